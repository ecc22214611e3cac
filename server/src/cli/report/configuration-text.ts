import type { FoundConfiguration } from '../configuration.js';
import { excerptOf, printable } from './excerpt.js';

/**
 * What is wrong with a configuration file, with the lines, for people.
 * @param shown how the file at an absolute path is called
 */
export function configurationText({ file, problems }: FoundConfiguration, shown: (path: string) => string): string {
  if (file === undefined) return '';
  const lines = file.text.split('\n');
  const texts = problems.map(({ at, message }) => {
    const number = String(at.line + 1);
    const gutter = ' '.repeat(number.length);
    const { text, marks } = excerptOf(lines[at.line] ?? '', at, []);
    return [
      `${printable(shown(file.path))}:${number}:${at.start + 1}: error: ${printable(message)}`,
      `${gutter} |`,
      `${number} | ${text}`,
      `${gutter} | ${marks}`,
      '',
    ].join('\n');
  });
  return texts.join('');
}
