// Without JavaScript every page says all that it says with it, and folding works.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, launch, limit, nothing, sideways, watch } from './browser.mjs';
import { build, oneOfEach, scratch, serve } from './site.mjs';

const { dir, remove } = await scratch();
const pages = await build(dir);
const server = await serve(dir);
const browser = await launch();
const without = await browser.newContext({ javaScriptEnabled: false });
without.setDefaultTimeout(limit.timeout);
after(async () => {
  await browser.close();
  await server.close();
  await remove();
});

// texts are the pieces of text that can be read on a page, but for those of
// what only script can bring to life.
const texts = (page) => page.evaluate(() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: e } = walker.currentNode;
    if (data.trim() && e.checkVisibility({ visibilityProperty: true }) && !e.closest('form, button, output, [role=search]')) found.push(data.trim());
  }
  return found;
});

for (const { kind, path } of oneOfEach(pages)) {
  test(`${kind}: ${path}`, limit, async () => {
    const scripted = await browser.newPage();
    await scripted.goto(server.address(path));
    const page = await without.newPage();
    const faults = watch(page, server.host);
    await page.goto(server.address(path));
    for (const width of [1280, 320]) {
      await scripted.setViewportSize({ width, height: 900 });
      await page.setViewportSize({ width, height: 900 });
      const there = new Set(await texts(page));
      if (there.size < 10) faults.push(`${width} px: there is next to nothing: ${[...there].join(', ')}`);
      const missing = (await texts(scripted)).filter((text) => !there.has(text));
      faults.push(...missing.slice(0, 5).map((text) => `${width} px: only with script: ${text}`));
      faults.push(...(await sideways(page)).map((f) => `${width} px: sideways: ${f}`));
    }
    await Promise.all([page.close(), scripted.close()]);
    faults.push(...await unscripted(path));
    nothing(faults);
  });
}

// unscripted runs axe, which is a script itself, on a page whose own script
// does not come.
async function unscripted(path) {
  const page = await browser.newPage({ viewport: { width: 375, height: 900 } });
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(server.address(path));
  const findings = await axe(page);
  await page.close();
  return findings;
}

test('the columns of sources fold out and in', limit, async () => {
  const story = oneOfEach(pages).find((p) => p.kind === 'story');
  const page = await without.newPage();
  await page.setViewportSize({ width: 375, height: 900 });
  await page.goto(server.address(story.path));
  const table = page.locator('.compare').first();
  const column = table.locator('thead th').last();
  const control = table.locator('label.fold.columns, details > summary').first();
  assert.equal(await column.isVisible(), false, 'the sources have columns on a phone');
  await control.click();
  assert.equal(await column.isVisible(), true, 'the control folds nothing out');
  nothing(await sideways(page));
  await control.click();
  assert.equal(await column.isVisible(), false, 'the control folds nothing in');
  await page.close();
});
