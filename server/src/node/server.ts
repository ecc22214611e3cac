import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.js';
import { host } from './host.js';

// The language server as a process: how it is spoken to, `--stdio` or `--node-ipc`, stands in its arguments.
startServer(createConnection(), host);
