import { randomBytes } from 'node:crypto';
import { noFiles } from '../lsp/files.js';
import type { Host } from '../lsp/host.js';
import { files } from './files.js';

/** What Node lends to the language server. */
export const host: Host = {
  files: (rootUri) => (rootUri.startsWith('file:') ? files : noFiles(rootUri)),
  randomBytes: (count) => randomBytes(count),
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
