import { byteLength } from '../../text/bytes.js';
import { cString } from './c-string.js';
import { accepted, type Outcome, refusedValue } from './outcome.js';

export interface FileNameRule {
  readonly directive: string;
  /** `filename`, or `dirname` for a folder. */
  readonly what: 'filename' | 'dirname';
  readonly mayBeEmpty: boolean;
}

/** A file's name in the working directory (`pathIsBaseName`, util.c): no slash, and no backslash either. */
export function readFileName(text: string, { directive, what, mayBeEmpty }: FileNameRule): Outcome {
  const name = cString(text);
  const expected = `a ${what} without slashes and backslashes`;
  if (name === '' && !mayBeEmpty) return refusedValue(`${directive} can't be empty`, expected);
  return /[/\\]/.test(name) ? refusedValue(`${directive} can't be a path, just a ${what}`, expected) : accepted(name);
}

/** A text that must not be empty. */
export function readNonEmpty(text: string, directive: string): Outcome {
  const seen = cString(text);
  return seen === '' ? refusedValue(`${directive} can't be empty`, 'a name') : accepted(seen);
}

/** `requirepass` in 6.0: at most 512 bytes. */
export function readShortPassword(text: string): Outcome {
  const password = cString(text);
  return byteLength(password) > 512
    ? refusedValue('Password is longer than CONFIG_AUTHPASS_MAX_LEN', 'at most 512 bytes')
    : accepted(password);
}

/** `hash-seed` (Valkey 9.1): at most 256 bytes. */
export function readHashSeed(text: string): Outcome {
  return byteLength(text) > 256
    ? refusedValue('hash-seed must be less than or equal to 256 characters', 'at most 256 bytes')
    : accepted(text);
}

const VARIABLES: ReadonlySet<string> = new Set([
  'title',
  'listen-addr',
  'server-mode',
  'port',
  'tls-port',
  'config-file',
  'unixsocket',
]);

export const TEMPLATE_COMPLAINT = 'template format is invalid or contains unknown variables';

/**
 * `proc-title-template` (`sdstemplate`, sds.c): `{name}` of a known variable, `{{` for a brace.
 * @returns accepted also where all that it comes to is blank; only the other settings tell, see `isBlankTemplate`
 */
export function readTitleTemplate(text: string): Outcome {
  const template = cString(text);
  const parts = templateParts(template);
  return parts === undefined
    ? refusedValue(TEMPLATE_COMPLAINT, `text with any of ${[...VARIABLES].map((name) => `{${name}}`).join(' ')}`)
    : accepted(template);
}

/** Whether a template comes to nothing but blanks where these variables are empty. */
export function isBlankTemplate(template: string, empty: ReadonlySet<string>): boolean {
  return (templateParts(template) ?? []).every((part) =>
    part.kind === 'text' ? /^ *$/.test(part.text) : empty.has(part.text),
  );
}

interface TemplatePart {
  readonly kind: 'text' | 'variable';
  readonly text: string;
}

function templateParts(template: string): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  for (let at = 0; at < template.length; ) {
    const brace = template.indexOf('{', at);
    if (brace === -1) return [...parts, { kind: 'text', text: template.slice(at) }];
    if (brace > at) parts.push({ kind: 'text', text: template.slice(at, brace) });
    if (template[brace + 1] === '{') {
      parts.push({ kind: 'text', text: '{' });
      at = brace + 2;
      continue;
    }
    const end = template.indexOf('}', brace);
    const name = template.slice(brace + 1, end);
    if (end === -1 || !VARIABLES.has(name)) return undefined;
    parts.push({ kind: 'variable', text: name });
    at = end + 1;
  }
  return parts;
}
