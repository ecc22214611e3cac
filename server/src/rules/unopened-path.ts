/**
 * What is wrong with a path that opens nothing, and what to do about it; undefined where the file is just not there.
 * @param reason as servers give it
 */
export function troubleWithPath(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : TROUBLES[reason];
}

const TROUBLES: Readonly<Record<string, string>> = {
  'Not a directory': 'the path leads through a file as if that were a folder: correct it or delete the line',
  'File name too long': 'no file can have so long a name: shorten it or delete the line',
};
