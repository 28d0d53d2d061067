// Starts collate lsp in the folder that has content/, and stops it.

'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { options } = require('./server');

let client;

// start starts the server, and says what to do where there is no such program.
async function start() {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const path = vscode.workspace.getConfiguration('collate').get('path');
  const { server, documents } = options(path, folder?.uri.fsPath);
  client = new LanguageClient('collate', 'Collate', server, documents);
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`Collate: ${path} could not be started (${error.message}). `
      + 'Install the program, or set collate.path to where it is.');
  }
}

async function stop() {
  if (client?.isRunning()) await client.stop();
  client = undefined;
}

exports.activate = async (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('collate.restart', async () => {
    await stop();
    await start();
  }));
  context.subscriptions.push(vscode.workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration('collate.path')) return;
    await stop();
    await start();
  }));
  await start();
};

exports.deactivate = stop;
