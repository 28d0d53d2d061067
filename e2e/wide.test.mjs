// What is wider than any page: a story with forty sources, and one whose names
// have no spaces. The page never scrolls sideways; the table does, in its box,
// and its head and first column stay.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { axe, launch, limit, nothing, sideways, thorough, watch } from './browser.mjs';
import { build, scratch, serve } from './site.mjs';

const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const { dir, remove } = await scratch();
const content = join(dir, 'content');
await write('index.md', 'title: Wide\ndescription: Wider than the page.\nurl: https://example.org/');
for (let i = 0; i < 40; i++) {
  await write(`forty/${i}.md`, `title: Report ${i}\ndate: 2026-02-${10 + i % 18}\nsource: Source ${i}\nfigures: {Round total: ${i % 3 ? '$110B' : '$120B'}, Stake: ${i % 4} %}`);
}
for (let i = 0; i < 9; i++) {
  await write(`long/${i}.md`, `title: ${long} ${i}\ndate: 2026-02-1${i}\nsource: ${long}${i}\ntags: [${long}]\nfigures: {${long}: {text: ${i % 2 ? long : 'short'}}, Round total: "$999,999,999,99${i}"}`, long.repeat(3));
}
await build(join(dir, 'public'), content);
const server = await serve(join(dir, 'public'));
const browser = await launch();
after(async () => {
  await browser.close();
  await server.close();
  await remove();
});

async function write(file, front, body = 'Text.') {
  await mkdir(join(content, file, '..'), { recursive: true });
  await writeFile(join(content, file), `---\n${front}\n---\n${body}\n`);
}

const paths = ['index.html', 'long/index.html', 'long/0/index.html', 'forty/index.html', 'sources/index.html', 'figures/index.html', 'tags/index.html', 'disagreements/index.html', 'timeline/index.html', 'search/index.html?q=report'];
for (const width of [320, 768, 1280]) {
  test(`${width} px`, limit, async (t) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    t.after(() => page.close());
    const faults = watch(page, server.host);
    for (const path of paths) {
      await page.goto(server.address(path));
      faults.push(...(await sideways(page)).map((f) => `${path}: ${f}`));
    }
    for (const path of ['long/index.html', 'forty/index.html']) {
      await page.goto(server.address(path));
      await page.locator('.compare label.fold.columns').click();
      faults.push(...(await sideways(page)).map((f) => `${path}, unfolded: ${f}`));
      if (width === 320 || thorough) faults.push(...await axe(page));
      assert.deepEqual(await page.evaluate(scrolled), { scrolls: true, head: 0, column: 0 }, path);
    }
    nothing(faults);
  });
}

// scrolled tells whether the table scrolls, and how far its head and first
// column move when it does.
function scrolled() {
  const box = document.querySelector('.compare .scroll');
  const [head, column] = [box.querySelector('thead .src'), box.querySelector('tbody .fig')];
  const before = [head.getBoundingClientRect().top, column.getBoundingClientRect().left];
  box.style.maxBlockSize = '6rem';
  box.scrollTo(300, 40);
  const after = [head.getBoundingClientRect().top, column.getBoundingClientRect().left];
  return { scrolls: box.scrollLeft > 0 && box.scrollTop > 0, head: Math.round(after[0] - before[0]), column: Math.round(after[1] - before[1]) };
}
