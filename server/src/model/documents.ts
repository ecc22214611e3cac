import type { Behaviour } from '../catalog/behaviour.js';
import { type Document, parse, reparse, textOf } from '../syntax/document.js';
import type { Dialect } from '../syntax/line.js';
import type { FileAnswer } from './files.js';
import type { Project } from './project.js';

/** How a server reads its configuration files. */
export function configDialect({ textAfterQuote, byte255 }: Behaviour): Dialect {
  return { syntax: 'config', reading: { textAfterQuote, byte255 } };
}

export const ACL_DIALECT: Dialect = { syntax: 'acl' };

/** Parses a text, taking over unchanged lines from what an earlier project made of the same file. */
export function documentOf(
  source: { readonly uri: string; readonly path: string; readonly dialect: Dialect },
  text: string,
  previous: Project | undefined,
): Document {
  const before = previous?.documents.get(source.uri);
  if (before === undefined || before.path !== source.path || !sameDialect(before.dialect, source.dialect)) {
    return parse(source, text);
  }
  return textOf(before) === text ? before : reparse(before, text);
}

/** The document of a file that was read; the same one each time for the same answer. */
export function documentAt(
  path: string,
  answer: FileAnswer & { readonly kind: 'text' },
  dialect: Dialect,
  previous: Project | undefined,
): Document {
  const known = parsed.get(answer);
  if (known !== undefined && known.path === path && sameDialect(known.dialect, dialect)) return known;
  const document = documentOf({ uri: answer.uri, path, dialect }, answer.text, previous);
  parsed.set(answer, document);
  return document;
}

const parsed = new WeakMap<FileAnswer, Document>();

function sameDialect(a: Dialect, b: Dialect): boolean {
  if (a.syntax === 'acl' || b.syntax === 'acl') return a.syntax === b.syntax;
  return a.reading.textAfterQuote === b.reading.textAfterQuote && a.reading.byte255 === b.reading.byte255;
}
