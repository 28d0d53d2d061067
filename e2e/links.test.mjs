// Every link and every fragment of every page leads somewhere, below any path
// and from disk.

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, limit, nothing, watch } from './browser.mjs';
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

test('below any path', limit, async () => {
  const page = await browser.newPage();
  await page.goto(server.address('index.html'));
  const published = await page.getAttribute('link[rel=canonical]', 'href');
  const addresses = pages.map((p) => server.address(p.path));
  nothing(await page.evaluate(deadLinks, { addresses, published }));
  await page.close();
});

// deadLinks runs in the browser: it reads all pages and follows what they link to.
async function deadLinks({ addresses, published }) {
  const found = new Map(); // by address: the page, true for another file, null for none
  const read = async (address) => {
    if (!found.has(address)) {
      const response = await fetch(address);
      const html = response.headers.get('content-type').startsWith('text/html');
      const body = await response.text();
      found.set(address, !response.ok ? null : html ? new DOMParser().parseFromString(body, 'text/html') : true);
    }
    return found.get(address);
  };
  const faults = [];
  const follow = async (from, written, to) => {
    const hash = decodeURIComponent(to.hash.slice(1));
    to.hash = '';
    const target = await read(to.href);
    if (!target) faults.push(`${from}: ${written} leads nowhere`);
    else if (hash && !target.getElementById?.(hash)) faults.push(`${from}: ${written}: there is no #${hash}`);
  };
  for (const address of addresses) {
    const page = await read(address);
    const ids = [...page.querySelectorAll('[id]')].map((e) => e.id);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`${address}: two elements have the id ${id}`);
    for (const e of page.querySelectorAll('[href], [src]')) {
      const written = e.getAttribute('href') ?? e.getAttribute('src');
      const to = new URL(written, address);
      if (written.startsWith(published)) await follow(address, written, new URL(written.slice(published.length), addresses[0].replace(/[^/]*$/, '')));
      else if (to.host === location.host) await follow(address, written, to);
    }
  }
  return faults;
}

for (const { kind, path } of oneOfEach(pages)) {
  if (kind === 'not found') continue;
  test(`from disk: ${kind}`, limit, async () => {
    const page = await browser.newPage();
    const faults = watch(page, pathToFileURL(dir).href);
    await page.goto(pathToFileURL(join(dir, path)).href);
    const links = await page.evaluate(() => [...document.querySelectorAll('[href]')].map((e) => new URL(e.getAttribute('href'), location).href));
    for (const link of new Set(links)) {
      if (!link.startsWith('file:')) continue;
      const found = await stat(fileURLToPath(link.replace(/[?#].*/, ''))).catch(() => null);
      if (!found?.isFile()) faults.push(`${link} is no file`);
    }
    if (await page.evaluate(() => document.styleSheets.length) === 0) faults.push('there is no style sheet');
    const found = [...faults]; // what follows is an error on the console
    if (await page.evaluate(inlineRuns)) found.push('inline script runs');
    await page.close();
    nothing(found);
  });
}

// inlineRuns tries what the policy of a page has to forbid.
function inlineRuns() {
  const script = document.createElement('script');
  script.textContent = 'globalThis.ran = true';
  document.head.append(script);
  return globalThis.ran === true;
}
