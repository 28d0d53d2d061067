// The site under test: this repository's content, built into a temporary
// folder and served as any static host would serve it.

import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const repository = fileURLToPath(new URL('..', import.meta.url));
export const program = join(repository, 'bin', 'collate');

// scratch is a temporary folder and how to remove it.
export async function scratch() {
  const dir = await mkdtemp(join(tmpdir(), 'collate-e2e-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

// copyContent copies the repository's content to a folder, for a site in
// another language where one is named. Sources that had the site's language
// keep it, since numbers are read by it.
export async function copyContent(to, language) {
  const from = join(repository, 'content');
  await cp(from, to, { recursive: true });
  if (!language) return;
  const change = async (file, edit) => writeFile(file, edit(await readFile(file, 'utf8')));
  await change(join(to, 'index.md'), (text) => text.replace(/^language: .*$/m, `language: ${language}`));
  for (const file of await filesBelow(to)) {
    await change(join(to, file), (text) => text.replace(/^source:\n(?:  .*\n)+/m,
      (source) => source.includes('\n  language:') ? source : `${source}  language: en\n`));
  }
}

// build makes a site and gives its pages.
export async function build(to, content = join(repository, 'content')) {
  await promisify(execFile)(program, ['build', '--quiet', '--future', '--content', content, '--public', to]);
  return pagesOf(to, content);
}

// pagesOf lists the site's pages: [{ path: 'figures/index.html', kind: 'figures' }].
async function pagesOf(dir, content) {
  const stories = new Set();
  for (const entry of await readdir(content, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== 'sources') stories.add(entry.name);
  }
  const pages = [];
  for (const file of (await filesBelow(dir)).sort()) {
    if (file.endsWith('.html')) pages.push({ path: file, kind: kindOf(file, stories) });
  }
  return pages;
}

async function filesBelow(dir, from = dir) {
  const files = [];
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const path = join(from, entry.name);
    if (entry.isDirectory()) files.push(...await filesBelow(dir, path));
    else files.push(relative(dir, path).split(sep).join('/'));
  }
  return files;
}

const lists = { figures: 'figure', sources: 'source', tags: 'tag' };

// kindOf names the kind of a page, as DESIGN.md does, by its address alone.
function kindOf(file, stories) {
  if (file === 'index.html') return 'home';
  if (file === '404.html') return 'not found';
  const parts = file.split('/').slice(0, -1);
  const [first, second] = parts;
  if (stories.has(first)) {
    if (parts.length === 1) return 'story';
    return second === 'table' ? 'table' : 'summary';
  }
  if (lists[first]) return parts.length === 1 ? first : lists[first];
  if (first === 'timeline') return parts.length === 1 ? 'timeline' : 'month';
  if (first === 'editions') return parts.length === 1 ? 'editions' : 'edition';
  if (['disagreements', 'search', 'stories', 'changes'].includes(first)) return first;
  return parts.length === 1 ? 'plain' : 'unknown';
}

// The instances that have most on them; of other kinds the first page is taken.
const favourites = [
  'openai-110b-round/index.html', 'openai-110b-round/table/index.html', 'openai-110b-round/2026-02-27-zerohedge/index.html',
  'figures/round-total/index.html', 'sources/verdict/index.html', 'tags/funding/index.html', 'timeline/2026/02/index.html',
];

// oneOfEach picks a page of each kind.
export function oneOfEach(pages) {
  const chosen = new Map();
  for (const page of pages) {
    if (!chosen.has(page.kind) || favourites.includes(page.path)) chosen.set(page.kind, page);
  }
  return [...chosen.values()];
}

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.xml': 'application/xml', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
};

// prefixes are where the site is served: anywhere, and where its
// configuration says, which is the only place where 404.html can work: it
// stands for every address, and so can't have relative links.
const prefixes = ['/any/path/', '/collate/'];

// serve serves a folder below the prefixes, and 404.html for what is not there.
// It sends no policy: the pages have their own.
export async function serve(dir) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const prefix = prefixes.find((p) => path.startsWith(p));
    let file = join(dir, prefix ? path.slice(prefix.length) : '404.html');
    let status = prefix ? 200 : 404;
    const found = await stat(file).catch(() => null);
    if (found?.isDirectory()) file = join(file, 'index.html');
    if (!found || found.isDirectory() && !await stat(file).catch(() => null)) {
      status = 404;
      file = join(dir, '404.html');
    }
    response.writeHead(status, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const host = `http://127.0.0.1:${server.address().port}`;
  return {
    host,
    address: (path) => host + prefixes[path === '404.html' ? 1 : 0] + path,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
