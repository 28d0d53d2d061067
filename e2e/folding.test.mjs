// The search page folds and cuts texts as the index does: the tables that
// package search is held to hold for templates/search.js too.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { nothing } from './browser.mjs';
import { repository } from './site.mjs';

const script = await readFile(join(repository, 'templates', 'search.js'), 'utf8');
const texts = script.match(/^  \/\/ Texts\n.*?(?=^  \/\/ Lists of entries\n)/ms)?.[0];
const { fold, cut: cutWith, lexicon } = new Function(`${texts}; return { fold, cut, lexicon };`)();

// What the site that is built beside reads behind numbers, in English.
const data = async (name) => JSON.parse((await readFile(join(repository, 'public', 'search', `${name}.js`), 'utf8')).replace(/^[^,]*,|\)\s*$/g, ''));
const known = lexicon((await data('terms')).powers, await data('units'));
const cut = (text) => cutWith(text, known);

async function table(name) {
  const lines = (await readFile(join(repository, 'generator', 'search', 'testdata', name), 'utf8')).split('\n');
  const cases = lines.filter((line) => line.includes(' | ') && !line.startsWith('#')).map((line) => line.split(' | '));
  assert.ok(cases.length > 20, `${name} has next to nothing in it`);
  return cases;
}

test('folding', async () => {
  nothing((await table('folds.txt')).filter(([text, want]) => fold(text) !== want).map(([text, want]) => `${text}: ${fold(text)}, want ${want}`));
});

// Each term of a query is one of the index's for the same text, or begins one.
test('a text finds itself', async () => {
  const faults = [];
  for (const [text, want] of await table('terms.txt')) {
    const terms = want.split(' ');
    for (const { exact, begins, weak = [] } of cut(text)) {
      if ([...exact, ...weak].some((term) => terms.includes(term)) || begins && terms.some((term) => term.startsWith(begins))) continue;
      faults.push(`${text}: ${begins ?? exact} is not in ${want}`);
    }
  }
  nothing(faults);
});

test('a number in any notation', () => {
  const notations = ['$110B', '110 billion', '110B', '$110 billion', '110.0B', '110 bn', '110-billion', 'US$110B', '110 mil millones', '110 milliards', '110 Mrd.', '1,100億', '１１０Ｂ'];
  const amounts = notations.map((n) => cut(n).flatMap(({ exact }) => exact).join(' '));
  assert.deepEqual(amounts, notations.map(() => '#110000000000'));
});

test('a number in a unit', () => {
  const written = { '2 gigawatts': '#2000000000W', '2 GW': '#2000000000W', '13%': '#13%', '13 percent': '#13%', '1.5 GW': '#1500000000W', '110 billion dollars': '#110000000000', '3 feet': '#0.9144m' };
  for (const [text, want] of Object.entries(written)) assert.deepEqual(cut(text).flatMap(({ exact }) => exact), [want], text);
});
