// What script adds: sorting, searching, filtering. By keyboard, in the URL,
// below any path and from disk.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axe, launch, limit, look, looks, nothing, sideways, watch } from './browser.mjs';
import { build, copyContent, scratch, serve } from './site.mjs';

const scratched = await scratch();
const { remove } = scratched;
const [content, dir] = [join(scratched.dir, 'content'), join(scratched.dir, 'public')];
await copyContent(content);
await writeFile(join(content, 'openai-40b-round', 'korean.md'), `---
title: 오픈AI, 400억 달러 투자 유치
date: 2025-04-01
source: {name: 서울 경제, language: ko}
figures:
  Round total: 400억 달러
---
소프트뱅크가 투자를 이끌었다.
`);
const pages = await build(dir, content);
const server = await serve(dir);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.close();
  await remove();
});

// open opens a page; faults are its own from then on.
async function open(t, address) {
  const page = await browser.newPage();
  t.after(() => page.close());
  const faults = watch(page, address.replace(/(\w)\/.*/, '$1'));
  await page.goto(address);
  return { page, faults };
}

for (const path of ['sources/index.html', 'figures/index.html']) {
  test(`sorting: ${path}`, limit, async (t) => {
    const { page, faults } = await open(t, server.address(path));
    const heads = page.locator('table.sortable thead th');
    const width = await heads.count();
    assert.ok(width > 2, 'there is no table to sort');
    for (let column = 0; column < width; column++) {
      const button = heads.nth(column).getByRole('button');
      await button.focus();
      let before = '';
      for (let turn = 0; turn < 2; turn++) {
        await page.keyboard.press('Enter');
        const order = await heads.nth(column).getAttribute('aria-sort'); // of numbers the largest first
        assert.ok(['ascending', 'descending'].includes(order) && order !== before, `column ${column}: ${order}`);
        before = order;
        assert.equal(await page.locator('th[aria-sort]').count(), 1, 'one column is sorted');
        const keys = await page.evaluate((c) => [...document.querySelector('table.sortable').tBodies[0].rows]
          .map((row) => row.cells[c].dataset.sort ?? row.cells[c].textContent.trim()).filter(Boolean), column);
        const sorted = [...keys].sort(compare);
        assert.deepEqual(keys, order === 'ascending' ? sorted : sorted.reverse(), `column ${column}, ${order}`);
      }
    }
    faults.push(...await axe(page));
    nothing(faults);
  });
}

function compare(a, b) {
  const [x, y] = [Number(a), Number(b)];
  return !isNaN(x) && !isNaN(y) ? x - y : a.localeCompare(b, 'en', { numeric: true });
}

const searching = { ...limit, skip: pages.some((p) => p.kind === 'search') ? false : 'the site has no search page yet' };
const results = (page) => page.locator('ol.results .head a');
const field = (page) => page.getByRole('searchbox');

test('search: a number in three ways, a beginning, another script', searching, async (t) => {
  for (const queries of [['$110B', '110 billion', '110B'], ['stargate', 'Starg'], ['소프트뱅크', '소프트']]) {
    const firsts = [];
    for (const query of queries) {
      const { page, faults } = await open(t, `${server.address('search/index.html')}?q=${encodeURIComponent(query)}`);
      await results(page).first().waitFor();
      assert.equal(await field(page).inputValue(), query);
      firsts.push(await results(page).first().innerText());
      nothing(faults);
    }
    assert.equal(new Set(firsts).size, 1, `${queries.join(', ')} find ${firsts.join(' and ')}`);
  }
});

test('search: what comes first', searching, async (t) => {
  const { page, faults } = await open(t, server.address('search/index.html'));
  const firsts = {
    openai: /^openai$/, stargate: /^Stargate: /, 'soft bank': /^softbank$/, 'post-money valuation': /^Post-money valuation$/,
    mint: /^Mint$/, pentagon: /Pentagon/, 'anthropic series g': /^Anthropic raises/, 'who said $122B': /\$122B/,
    '110 mil millones': /\$110B/, lawsuits: /^Lawsuits$/, 'how is this made': /^How this digest is made$/,
  };
  for (const [query, first] of Object.entries(firsts)) {
    await page.goto(`${server.address('search/index.html')}?q=${encodeURIComponent(query)}`);
    await results(page).first().waitFor();
    assert.match(await results(page).first().innerText(), first, query);
  }
  nothing(faults);
});

test('search: the figure that matched first, marked; a likely spelling', searching, async (t) => {
  const { page, faults } = await open(t, `${server.address('search/index.html')}?q=${encodeURIComponent('2 gigawatts')}`);
  await results(page).first().waitFor();
  assert.match(await page.locator('.figs li').first().innerText(), /2 GW|2 gigawatts/);
  assert.ok(await page.locator('.figs li').first().locator('mark').count());
  await field(page).fill('anthropc');
  await page.locator('.maybe button').click();
  await results(page).first().waitFor();
  assert.match(await results(page).first().innerText(), /Anthropic/i);
  assert.equal(await field(page).inputValue(), 'Anthropic');
  faults.push(...await axe(page));
  nothing(faults);
});

test('search: typed, by keyboard, in the URL, back again', searching, async (t) => {
  const { page, faults } = await open(t, server.address('search/index.html'));
  await page.keyboard.type('SoftBank');
  await results(page).first().waitFor();
  await page.waitForURL(/[?&]q=SoftBank/);
  assert.match(await page.locator('.found').innerText(), /\d/);
  await page.keyboard.press('ArrowDown');
  const title = await results(page).first().innerText();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), title);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes('/search/'));
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title);
  await page.goBack();
  await results(page).first().waitFor();
  assert.equal(await field(page).inputValue(), 'SoftBank');
  nothing(faults);
});

test('search: filters', searching, async (t) => {
  const { page, faults } = await open(t, `${server.address('search/index.html')}?q=openai`);
  await results(page).first().waitFor();
  const number = async () => Number((await page.locator('.found').innerText()).match(/\d+/)?.[0] ?? 0);
  const all = await number();
  await page.getByRole('checkbox').check();
  await page.waitForURL(/[?&]differ=/);
  await page.waitForFunction((n) => !document.querySelector('.found').textContent.includes(` ${n}`), all);
  const differing = await number();
  assert.ok(differing > 0 && differing < all, `${differing} of ${all}`);
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await page.waitForFunction((n) => !document.querySelector('.found').textContent.includes(` ${n}`), differing);
  assert.ok(await number() < differing);
  nothing(faults);
});

test('search: nothing found, and what is found can be read by everyone', searching, async (t) => {
  const { page, faults } = await open(t, `${server.address('search/index.html')}?q=zzzzqqqq`);
  await page.waitForFunction(() => document.querySelector('.found').textContent);
  assert.equal(await results(page).count(), 0);
  await field(page).fill('110 billion');
  await results(page).first().waitFor();
  for (const chosen of looks) {
    await look(page, chosen);
    faults.push(...await axe(page));
  }
  await page.setViewportSize({ width: 320, height: 900 });
  faults.push(...await sideways(page));
  nothing(faults);
});

test('search: from disk', searching, async (t) => {
  const { page, faults } = await open(t, pathToFileURL(join(dir, 'search/index.html')).href);
  await field(page).fill('110 billion');
  await results(page).first().waitFor();
  await results(page).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.ok(!page.url().includes('/search/') && page.url().endsWith('.html'), page.url());
  nothing(faults);
});

test('timeline: filters', limit, async (t) => {
  const { page, faults } = await open(t, server.address('timeline/index.html'));
  const form = page.locator('main form');
  if (await form.count() === 0) return t.skip('the timeline has no filters yet');
  const entries = page.locator('.entry:visible');
  const all = await entries.count();
  for (const select of await form.getByRole('combobox').all()) {
    const value = await select.locator('option').nth(1).getAttribute('value');
    await select.selectOption(value);
    await page.waitForURL((url) => [...url.searchParams.values()].includes(value));
    const some = await entries.count();
    assert.ok(some > 0 && some < all, `${value}: ${some} of ${all}`);
    const address = page.url();
    await page.goto(address);
    assert.equal(await entries.count(), some, `${address} does not show what it showed`);
    await select.selectOption({ index: 0 });
    await page.waitForURL((url) => ![...url.searchParams.values()].includes(value));
    assert.equal(await entries.count(), all);
  }
  await form.getByRole('checkbox').check();
  await page.waitForURL(/[?&]differ=/);
  const differing = await entries.count();
  assert.ok(differing > 0 && differing < all, `${differing} of ${all} differ`);
  await page.setViewportSize({ width: 320, height: 900 });
  faults.push(...await sideways(page), ...await axe(page));
  nothing(faults);
});
