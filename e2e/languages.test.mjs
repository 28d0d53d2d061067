// Every language that there are words for, and one that is written from
// right to left and has none: nothing scrolls sideways on a phone, and pages
// lie the way the language does.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { axe, launch, limit, nothing, sideways, thorough, watch } from './browser.mjs';
import { build, copyContent, oneOfEach, repository, scratch, serve } from './site.mjs';

const browser = await launch();
after(() => browser.close());

const files = await readdir(join(repository, 'templates', 'text'));
const languages = files.map((f) => f.replace('.yaml', '')).filter((l) => l !== 'en');

for (const language of [...languages, 'ar']) {
  test(language, limit, async (t) => {
    const { dir, remove } = await scratch();
    t.after(remove);
    await copyContent(join(dir, 'content'), language);
    const pages = oneOfEach(await build(join(dir, 'public'), join(dir, 'content')));
    const server = await serve(join(dir, 'public'));
    t.after(() => server.close());
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    t.after(() => page.close());
    const faults = watch(page, server.host);
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    for (const { kind, path } of pages) {
      await page.goto(server.address(path));
      const root = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
      assert.deepEqual(root, [language, direction], path);
      faults.push(...(await sideways(page)).map((f) => `${kind}: sideways: ${f}`));
      if (kind === 'story') {
        if (language === 'ar' || thorough) faults.push(...await axe(page));
        await page.setViewportSize({ width: 1280, height: 800 });
        faults.push(...await firstColumn(page, direction));
        await page.setViewportSize({ width: 320, height: 800 });
      }
    }
    nothing(faults);
  });
}

// firstColumn: the comparison begins where reading begins, and its first
// column stays there while the rest scrolls.
async function firstColumn(page, direction) {
  const fold = page.locator('.compare label.fold.columns').first();
  if (await fold.isVisible() && !await page.locator('.compare thead th').last().isVisible()) await fold.click();
  return page.evaluate((rtl) => {
    const scroller = document.querySelector('.compare .scroll');
    const head = scroller.querySelector('tbody th[scope=row]');
    const away = () => {
      const [a, b] = [scroller.getBoundingClientRect(), head.getBoundingClientRect()];
      return Math.abs(rtl ? a.right - b.right : b.left - a.left);
    };
    const faults = [];
    if (away() > 40) faults.push(`the first column begins ${away()} px from the edge`);
    scroller.scrollLeft = rtl ? -200 : 200;
    if (scroller.scrollLeft === 0) faults.push('the table has nothing to scroll');
    if (away() > 40) faults.push(`the first column scrolls away, ${away()} px from the edge`);
    return faults;
  }, direction === 'rtl');
}
