// Takes pictures of the site for people to look at.
//
//	node shots.mjs FOLDER [LANGUAGE]   a page of each kind, at 320, 768 and 1280 px, light and dark
//	node shots.mjs --readme FOLDER     home.png and comparison.png, for README.md
//
// CHROMIUM names the browser; bin/collate has to be built.

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { launch } from './browser.mjs';
import { build, copyContent, oneOfEach, scratch, serve } from './site.mjs';

const tallest = 5000; // px of a page that is shown

const readme = process.argv[2] === '--readme';
const [folder, language] = process.argv.slice(readme ? 3 : 2);
if (!folder) {
  console.error('usage: node shots.mjs FOLDER [LANGUAGE], or node shots.mjs --readme FOLDER');
  process.exit(2);
}
const to = resolve(folder);
await mkdir(to, { recursive: true });

const { dir, remove } = await scratch();
await copyContent(join(dir, 'content'), language);
const pages = oneOfEach(await build(join(dir, 'public'), join(dir, 'content')));
const server = await serve(join(dir, 'public'));
const browser = await launch();
await (readme ? forReadme() : ofEach());
await browser.close();
await server.close();
await remove();

async function ofEach() {
  for (const width of [320, 768, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      for (const { kind, path } of pages) {
        await page.goto(server.address(path));
        const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
        const name = `${kind.replace(' ', '-')}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(to, name), fullPage: true, clip: { x: 0, y: 0, width, height } });
      }
      await page.close();
    }
  }
}

async function forReadme() {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
  const shoot = (name, { top, bottom }) => page.screenshot({
    path: join(to, name), fullPage: true, clip: { x: 0, y: top, width: page.viewportSize().width, height: bottom - top },
  });

  // Home, down to the end of the first row of stories.
  await page.goto(server.address('index.html'));
  await shoot('home.png', { top: 0, bottom: await page.evaluate(() => {
    const cards = [...document.querySelectorAll('.card')].map((card) => card.getBoundingClientRect());
    return Math.max(...cards.filter((card) => card.top === cards[0].top).map((card) => card.bottom)) + 16;
  }) });

  // The comparison by itself, with all its columns, down to the end of the first group.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(server.address('openai-110b-round/table/index.html'));
  const table = page.locator('.compare').first();
  const fold = table.locator('label.fold.columns');
  if (await fold.isVisible() && !await table.locator('thead th').last().isVisible()) await fold.click();
  await page.mouse.move(0, 0);
  await shoot('comparison.png', await table.locator('.scroll').evaluate((scroller) => {
    document.activeElement.blur();
    scroller.scrollLeft = scroller.scrollWidth;
    const top = scroller.getBoundingClientRect().top + scrollY;
    const bottom = scroller.querySelector('tbody.items').getBoundingClientRect().bottom + scrollY;
    return { top: top - 12, bottom };
  }));
}
