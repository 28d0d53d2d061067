// The browser, and what every test asks of a page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// limit ends a test that hangs; none is slow on a machine five times slower.
export const limit = { timeout: 300_000 };

// thorough asks for the long forms: each page in each scheme at each width.
export const thorough = Boolean(process.env.COLLATE_TORTURE);

// looks are the windows and colours in which axe reads a page. Two of the four
// have each width and each scheme.
export const looks = [
  { width: 1280, colorScheme: 'light' }, { width: 375, colorScheme: 'dark' },
  ...thorough ? [{ width: 1280, colorScheme: 'dark' }, { width: 375, colorScheme: 'light' }] : [],
];

// look sets a window's width and colours.
export async function look(page, { width, colorScheme }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
}

// launch starts the Chromium that CHROMIUM names. What a page waits for may take
// half as long as a test, so that the test's end names what did not come.
export async function launch() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error('CHROMIUM names no browser: run make e2e, or set it to the path of a Chromium');
  const browser = await chromium.launch({
    executablePath, timeout: limit.timeout, args: ['--disable-gpu', '--disable-dev-shm-usage'],
  });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => {
    const page = await newPage(options);
    page.setDefaultTimeout(limit.timeout / 2);
    return page;
  };
  return browser;
}

// watch collects what goes wrong on a page from now on: messages of errors,
// exceptions, requests to other hosts, and requests that come to nothing.
// Those that end because the page is left count for nothing.
export function watch(page, host) {
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(host) && !url.startsWith('data:')) faults.push(`request to another host: ${url}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

// axe gives a line for each accessibility finding on the page as it stands.
export async function axe(page) {
  if (!await page.evaluate('typeof axe === "object"')) await page.evaluate(axeSource);
  const findings = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map((v) => ({
      id: v.id, help: v.help,
      nodes: v.nodes.map((n) => `${n.target.join(' ')} ${n.html.slice(0, 160)} ${n.any.map((c) => c.message).join('; ').slice(0, 200)}`),
    }));
  });
  return findings.flatMap((f) => f.nodes.slice(0, 3).map((n) => `${f.id} (${f.nodes.length}): ${f.help}: ${n}`));
}

// sideways names what makes a page wider than its window, if anything does.
// What stands in a box that scrolls or cuts by itself does not count.
export function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const width = root.clientWidth;
    const cut = [root, document.body].filter((e) => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX));
    const found = cut.map((e) => `${e.localName} hides what is too wide`);
    const boxed = (e) => {
      for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
        if (getComputedStyle(p).overflowX !== 'visible') return true;
      }
      return false;
    };
    for (const e of document.body.querySelectorAll('*')) {
      const box = e.getBoundingClientRect();
      if (box.width === 0 || getComputedStyle(e).position === 'fixed') continue;
      if ((box.right > width + 1 || box.left < -1) && !boxed(e) && !e.closest('.skip, .vh')) {
        found.push(`${e.localName}.${e.getAttribute('class') ?? ''} from ${Math.round(box.left)} to ${Math.round(box.right)}: ${e.textContent.trim().slice(0, 60)}`);
      }
    }
    if (root.scrollWidth > width) found.push(`the page is ${root.scrollWidth} wide in a window of ${width}`);
    return found.slice(0, 6);
  });
}

// nothing fails with the findings, a line each.
export function nothing(findings) {
  assert.ok(findings.length === 0, `${findings.length} findings:\n${findings.slice(0, 30).join('\n')}`);
}
