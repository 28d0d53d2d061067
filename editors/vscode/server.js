// How the server is started, apart from the editor, so that it can be tested.

'use strict';

// options are what vscode-languageclient takes: the program in its folder, and
// the documents that it is told of.
exports.options = (path, folder) => ({
  server: { command: path || 'collate', args: ['lsp'], options: folder ? { cwd: folder } : {} },
  documents: { documentSelector: [{ scheme: 'file', language: 'markdown', pattern: '**/content/**/*.md' }] },
});
