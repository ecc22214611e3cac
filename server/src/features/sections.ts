import type { Document } from '../syntax/document.js';

/** A part of a file that a banner begins, as in the files that servers are shipped with. */
export interface Section {
  readonly title: string;
  /** The banner's line. */
  readonly start: number;
  /** The last line that is not blank. */
  readonly end: number;
}

/** The sections of a file; none where it has no banners. */
export function sectionsOf({ lines }: Document): readonly Section[] {
  const banners = lines.flatMap(({ kind, text }, line) => {
    const title = kind === 'comment' ? /^#{3,}\s*([^#\s].*?)\s*#{3,}\s*$/.exec(text)?.[1] : undefined;
    return title === undefined ? [] : [{ title, start: line }];
  });
  return banners.map(({ title, start }, index) => {
    let end = (banners[index + 1]?.start ?? lines.length) - 1;
    while (end > start && lines[end]?.kind === 'blank') end--;
    return { title, start, end };
  });
}
