// Every kind of page, light and dark, wide and narrow: nothing that axe finds,
// nothing that scrolls sideways, no error, no request to anyone else, nothing
// that a strict policy forbids, and everything in print.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { axe, launch, limit, look, looks, nothing, sideways, watch } from './browser.mjs';
import { build, oneOfEach, scratch, serve } from './site.mjs';

const { dir, remove } = await scratch();
const pages = await build(dir);
const server = await serve(dir);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.close();
  await remove();
});

test('every page is of a known kind', () => {
  nothing(pages.filter((p) => p.kind === 'unknown').map((p) => p.path));
});

for (const { kind, path } of oneOfEach(pages)) {
  test(`${kind}: ${path}`, limit, async () => {
    const page = await browser.newPage();
    const faults = watch(page, server.host);
    await page.goto(server.address(path));
    for (const chosen of looks) {
      await look(page, chosen);
      faults.push(...(await axe(page)).map((f) => `axe, ${chosen.width} px, ${chosen.colorScheme}: ${f}`));
    }
    for (const width of [320, 375, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await sideways(page)).map((f) => `sideways, ${width} px: ${f}`));
    }
    faults.push(...(await missingInPrint(page)).map((f) => `not in print: ${f}`));
    await page.close();
    nothing(faults);
  });
}

test('a page that is not there', limit, async () => {
  const page = await browser.newPage();
  const response = await page.goto(`${server.host}/collate/no/such/page/`);
  assert.equal(response.status(), 404);
  const faults = watch(page, server.host);
  await page.getByRole('navigation').getByRole('link').first().click();
  await page.waitForURL((url) => !url.pathname.includes('/no/such/'));
  await page.close();
  nothing(faults);
});

// missingInPrint names what can be read on the screen and not on paper. What
// leads to other pages, and what is there to be used, may be left out.
async function missingInPrint(page) {
  await page.evaluate(() => {
    const left = 'nav, form, button, input, label, select, details.share, .permalink, .more, .vh';
    globalThis.onScreen = [...document.querySelectorAll('main *')].filter((e) => {
      const text = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
      return text && e.checkVisibility({ visibilityProperty: true }) && !e.closest(left);
    });
  });
  await page.emulateMedia({ media: 'print' });
  const missing = await page.evaluate(() => globalThis.onScreen
    .filter((e) => !e.checkVisibility({ visibilityProperty: true }))
    .map((e) => `${e.localName}.${e.getAttribute('class') ?? ''}: ${e.textContent.trim().slice(0, 60)}`));
  await page.emulateMedia({ media: 'screen' });
  return missing.slice(0, 6);
}
