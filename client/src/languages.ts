import type { DocumentFilter } from 'vscode';

/** The files that are ours, by the languages of the manifest. */
export const LANGUAGES: readonly DocumentFilter[] = ['redis-conf', 'redis-sentinel', 'redis-acl'].map((language) => ({
  language,
}));
