import type { Io, Output } from './io.js';

/** How words are set off; plain text where nobody sees colours. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
}

/** Colours at a terminal, unless the environment says NO_COLOR. */
export function styleFor(output: Output, { environment }: Io): Style {
  const isWanted = output.isTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  return isWanted ? COLOURED : PLAIN;
}

export const PLAIN: Style = {
  strong: (text) => text,
  faint: (text) => text,
  red: (text) => text,
  yellow: (text) => text,
  green: (text) => text,
  blue: (text) => text,
};

const COLOURED: Style = {
  strong: sequence(1, 22),
  faint: sequence(2, 22),
  red: sequence(31, 39),
  yellow: sequence(33, 39),
  green: sequence(32, 39),
  blue: sequence(34, 39),
};

function sequence(on: number, off: number): (text: string) => string {
  return (text) => `\x1b[${on}m${text}\x1b[${off}m`;
}
