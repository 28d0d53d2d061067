// Starts the server as the editor would, where COLLATE names the program, and
// asks it for a problem.

'use strict';

const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { mkdir, mkdtemp, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { test } = require('node:test');
const { pathToFileURL } = require('node:url');
const { options } = require('./server');

test('the program, its folder and the documents', () => {
  const { server, documents } = options('', '/digest');
  assert.deepEqual(server, { command: 'collate', args: ['lsp'], options: { cwd: '/digest' } });
  assert.equal(documents.documentSelector[0].pattern, '**/content/**/*.md');
});

test('a problem is told', { timeout: 300_000, skip: !process.env.COLLATE && 'COLLATE names no program' }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'collate-vscode-'));
  await mkdir(join(dir, 'content', 's'), { recursive: true });
  await writeFile(join(dir, 'content', 'index.md'), '---\ntitle: D\nurl: https://d.example/\n---\n');
  const file = join(dir, 'content', 's', 'a.md');
  const text = '---\ntitle: T\ndate: 2026-03-01\nsource: Ace\nfigures: {Cost: "1,2,3M"}\n---\nText.\n';
  await writeFile(file, text);

  const { server } = options(process.env.COLLATE, dir);
  const child = spawn(server.command, server.args, { ...server.options, stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  send({ id: 1, method: 'initialize', params: { rootUri: pathToFileURL(dir).href, capabilities: {} } });
  send({ method: 'initialized', params: {} });
  let said = '';
  for await (const part of child.stdout) {
    said += part;
    if (said.includes('groups digits in no known way')) break;
  }
  child.kill();
  await rm(dir, { recursive: true });
  assert.match(said, /publishDiagnostics/);
});
