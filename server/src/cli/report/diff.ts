import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { MendedFile } from '../mend.js';

/** A unified diff that `patch -p1` and `git apply` take. Lines are shown as they are, or it would not apply. */
export function unifiedDiff({ shown, before, after }: MendedFile): string {
  const path = shown.replace(/^(?:\.?\/)+/, '');
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${path}`,
    `b/${path}`,
    before ?? '',
    after,
    undefined,
    undefined,
    { headerOptions: FILE_HEADERS_ONLY },
  );
}
