/**
 * Writes a value behind the words that a line begins with, in place of what stands there. Throws where no line begins
 * so, since then the text is not what its editor takes it for.
 */
export function withValue(text: string, words: string, value: string): string {
  const line = lineOf(words);
  if (!line.test(text)) throw new RangeError(`no line begins with ${words}`);
  return text.replace(line, () => `${words} ${value}`);
}

/** The text without the lines that begin with these words. */
export function without(text: string, words: string): string {
  return text.replace(new RegExp(`^${words}.*\n`, 'gm'), '');
}

/** Lines of directives after those of the text, each in the place of the line that sets the same directive already. */
export function merged(text: string, block: string, heading: string): string {
  const added: string[] = [];
  let result = text;
  let comments: string[] = [];
  for (const line of block.trimEnd().split('\n')) {
    const [directive = ''] = line.split(' ');
    if (line.startsWith('#')) comments.push(line);
    else {
      if (lineOf(directive).test(result)) result = result.replace(lineOf(directive), () => line);
      else added.push(...comments, line);
      comments = [];
    }
  }
  return added.length === 0 ? result : `${result}\n# ${heading}\n${added.join('\n')}\n`;
}

function lineOf(words: string): RegExp {
  return new RegExp(`^${words}(?: .*)?$`, 'm');
}
