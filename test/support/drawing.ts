import type { Place } from '../../server/src/text/place.js';

/** A mark under a stretch of one line. */
export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A file as a test draws it. */
export interface DrawnFile {
  /** As in its header: `redis.conf`, `conf.d/tls.conf`, `/run/secrets/auth.conf`. */
  readonly name: string;
  /** Drawn as `-- name (withheld) --`: there, but not for us to look at. */
  readonly withheld: boolean;
  /** Drawn as `-- name (644) --`: the permission bits of the file, where they are known. */
  readonly mode?: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

const HEADER = /^ *-- (\S+?)( \(withheld\))?(?: \(([0-7]{3})\))? --$/;
const MARK = /^ *# *(\^+)(?: (.*))?$/;

/**
 * Reads a drawing: files under headers (`-- redis.conf --`; without one it is `redis.conf`), and under their lines
 * marks, `# ^^^ message`, which are no part of the file. The `#` stands two columns left of the text, so that the
 * first column can be marked.
 */
export function undraw(drawn: string): readonly DrawnFile[] {
  const lines = drawn
    .replace(/^[ ]*\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n');
  const texts = lines.filter((line) => line.trim() !== '' && !MARK.test(line));
  const indent = Math.min(...texts.map((line) => line.search(/[^ ]/)));
  const files: { name: string; withheld: boolean; mode?: number; lines: string[]; marks: Mark[] }[] = [];

  for (const line of lines) {
    const [, name, withheld, mode] = HEADER.exec(line) ?? [];
    if (name !== undefined) {
      const known = mode === undefined ? {} : { mode: Number.parseInt(mode, 8) };
      files.push({ name, withheld: withheld !== undefined, ...known, lines: [], marks: [] });
      continue;
    }
    if (files.length === 0) files.push({ name: 'redis.conf', withheld: false, lines: [], marks: [] });
    const file = files.at(-1);
    const [, carets, message = ''] = MARK.exec(line) ?? [];
    if (carets === undefined) file?.lines.push(line.slice(indent));
    else {
      const start = line.indexOf('^') - indent;
      file?.marks.push({ line: file.lines.length - 1, start, end: start + carets.length, message });
    }
  }
  return files.map(({ lines, ...file }) => ({ ...file, text: lines.map((line) => `${line}\n`).join('') }));
}

/** Draws files with their marks, in one way only, so that two drawings can be compared. */
export function draw(files: readonly DrawnFile[]): string {
  return files.map((file) => `-- ${file.name}${remarkOn(file)} --\n${drawLines(file)}`).join('\n');
}

function remarkOn({ withheld, mode }: DrawnFile): string {
  if (withheld) return ' (withheld)';
  return mode === undefined ? '' : ` (${mode.toString(8)})`;
}

/** The mark for something said at a place. An empty place is drawn one column wide. */
export function markAt(at: Place, message: string): Mark {
  return { line: at.line, start: at.start, end: Math.max(at.end, at.start + 1), message };
}

function drawLines({ text, marks }: DrawnFile): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines
    .flatMap((line, number) => [
      `  ${line}`.trimEnd(),
      ...marks
        .filter((mark) => mark.line === number)
        .sort((a, b) => a.start - b.start || a.end - b.end || a.message.localeCompare(b.message))
        .map(({ start, end, message }) => `# ${' '.repeat(start)}${'^'.repeat(end - start)} ${message}`.trimEnd()),
    ])
    .join('\n');
}
