// collate serve: an open page follows what is saved, where the reader stood;
// styles are swapped in place; what is wrong lies over the page until it is
// mended.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { launch, limit, nothing, watch } from './browser.mjs';
import { copyContent, program, repository, scratch } from './site.mjs';

const { dir, remove } = await scratch();
const story = join(dir, 'content/openai-110b-round/index.md');
const styles = join(dir, 'templates/style.css');
let served, url, browser, page, faults;

before(async () => {
  await copyContent(join(dir, 'content'));
  await mkdir(join(dir, 'templates'));
  await cp(join(repository, 'templates/style.css'), styles);
  served = spawn(program, ['serve', '--addr', '127.0.0.1:0', '--templates', 'templates'], { cwd: dir, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: served.stdout })) {
    url = line.match(/ at (http:\S+\/)/)?.[1];
    if (url) break;
  }
  served.stdout.resume();
  browser = await launch();
  page = await browser.newPage();
  faults = watch(page, url);
  await page.goto(`${url}openai-110b-round/`);
});

after(async () => {
  await browser?.close();
  if (served.exitCode === null) {
    served.kill('SIGINT');
    await once(served, 'exit');
  }
  await remove();
});

const edit = async (file, change) => writeFile(file, change(await readFile(file, 'utf8')));
const mark = () => page.evaluate(() => { globalThis.untouched = true; });
const marked = () => page.evaluate(() => globalThis.untouched === true);

test('a saved text shows, where the reader stood', limit, async () => {
  await page.evaluate(() => scrollTo(0, 900));
  await mark();
  await edit(story, (text) => `${text}\nA sentence that was just written.\n`);
  await page.getByText('A sentence that was just written.').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.readyState === 'complete' && scrollY === 900);
  assert.equal(await marked(), false, 'the page was not loaded anew');
});

test('a saved style shows without loading the page', limit, async () => {
  await mark();
  // What moves no line: where a heading breaks depends on the fonts that there are.
  await edit(styles, (text) => `${text}\nh1 { text-underline-offset: 7px }\n`);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).textUnderlineOffset === '7px');
  await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
  assert.equal(await marked(), true, 'the page was loaded anew');
  assert.equal(await page.evaluate(() => scrollY), 900);
});

test('what is wrong lies over the page until it is mended', limit, async () => {
  const good = await readFile(story, 'utf8');
  await mark();
  await writeFile(story, `${good}\n[[No such figure]]\n`);
  const panel = page.locator('#collate-panel');
  await panel.waitFor();
  assert.match(await panel.innerText(), /openai-110b-round\/index\.md:\d+:\d+: error: .*No such figure/);
  assert.equal(await marked(), true, 'the page was loaded anew');

  const other = await browser.newPage();
  await other.goto(url);
  assert.ok(await other.getByRole('heading', { level: 1 }).isVisible(), 'the rest of the site is down');
  await other.locator('#collate-panel').waitFor();

  await writeFile(story, good.replace('just written', 'put right'));
  await panel.waitFor({ state: 'detached' });
  await page.getByText('A sentence that was put right.').waitFor({ state: 'attached' });
  await other.locator('#collate-panel').waitFor({ state: 'detached' });
  await other.close();
});

test('nothing goes wrong meanwhile', () => nothing(faults));

test('it ends when it is told to', limit, async () => {
  await page.goto('about:blank');
  served.kill('SIGINT');
  const [code] = await once(served, 'exit');
  assert.equal(code, 0);
});
