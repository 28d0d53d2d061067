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
const { fold, cut } = new Function(`${texts}; return { fold, cut };`)();

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
    for (const { exact, begins } of cut(text)) {
      if (exact.some((term) => terms.includes(term)) || begins && terms.some((term) => term.startsWith(begins))) continue;
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
