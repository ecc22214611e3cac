/** One line that a server logged. */
export interface LogLine {
  /** `#` warning, `*` notice, `-` verbose, `.` debug; empty for a line that is no log line. */
  readonly level: '#' | '*' | '-' | '.' | '';
  readonly message: string;
}

/** What a server says when it refuses a configuration file at a line, or right after its last one. */
export interface Complaint {
  /** Line inside the file being read, from 1; undefined for checks made after the last line. */
  readonly line?: number;
  /** The offending line as quoted by the server, without the quotes around it. */
  readonly quoted?: string;
  /** The server's own words. */
  readonly text: string;
}

/** What Redis 8 calls unresolved: the settings that no module claimed, in the server's (arbitrary) order. */
export interface Unresolved {
  readonly settings: readonly string[];
}

/** Finds the configuration file error in what a server printed; undefined where there is none. */
export function complaintIn(output: string): Complaint | undefined {
  const lines = output.split('\n');
  const banner = lines.findIndex((line) => line.startsWith('*** FATAL CONFIG FILE ERROR ('));
  if (banner === -1) return undefined;

  const [first = '', second = '', third = ''] = lines.slice(banner + 1);
  const number = /^Reading the configuration file, at line (\d+)$/.exec(first)?.[1];
  const quoted = /^>>> '(.*)'$/s.exec(second)?.[1];
  if (number !== undefined && quoted !== undefined) return { line: Number(number), quoted, text: third };
  // sentinel lines and checks after the last line leave out what does not apply
  return { text: first };
}

/** The names that Redis 8 found no module for, each with its arguments, newlines and all, sorted; a long one is cut (`LOG_MAX_LEN`). */
export function unresolvedIn(output: string): readonly string[] {
  if (!output.includes('Unresolved Configuration(s) Detected:')) return [];
  return output
    .split(/\n(?=\d+:[A-Z] |$)/)
    .flatMap((record) => /^[^\n]* # >>> '(.*?)'?$/s.exec(record)?.[1] ?? [])
    .sort();
}

/** The log, without process ids and times. */
export function logLines(output: string): readonly LogLine[] {
  return output.split('\n').filter(notBlank).map(logLine);
}

function notBlank(line: string): boolean {
  return line.trim() !== '';
}

function logLine(line: string): LogLine {
  const parts = /^\d+:[A-Z] .*?\d\d:\d\d:\d\d\.\d{3} ([#*.-]) (.*)$/s.exec(line);
  if (parts === null) return { level: '', message: line };
  const [, level = '', message = ''] = parts;
  return { level: level as LogLine['level'], message };
}
