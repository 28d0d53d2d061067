// Says of the tests what go test says of packages: a line for each file, and
// everything about what fails. Which test has ended is said every ten seconds.

import { basename } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(events) {
  const files = new Map(); // by file: how many tests, how many failed
  const started = Date.now();
  let said = started;
  for await (const { type, data } of events) {
    if (type === 'test:stderr') yield data.message;
    if (type === 'test:complete' && Date.now() - said > 10_000) {
      said = Date.now();
      yield `    ${basename(data.file ?? '')}: ${data.name}\n`;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const file = basename(data.file ?? data.name);
    const count = files.get(file) ?? { all: 0, failed: 0 };
    files.set(file, count);
    count.all++;
    if (data.skip) yield `--- SKIP: ${file}: ${data.name}: ${data.skip}\n`;
    if (type === 'test:pass') continue;
    count.failed++;
    const error = data.details.error?.cause ?? data.details.error;
    yield `--- FAIL: ${file}: ${data.name}\n${indent(error?.code === 'ERR_ASSERTION' ? error.message : inspect(error))}\n`;
  }
  for (const [file, { all, failed }] of [...files].sort()) {
    yield failed ? `FAIL\te2e/${file}\t${failed} of ${all} tests\n` : `ok  \te2e/${file}\t${all} tests\n`;
  }
  yield `e2e: ${((Date.now() - started) / 1000).toFixed(0)} s\n`;
}

function indent(text) {
  return text.split('\n').map((line) => `    ${line}`).join('\n');
}
