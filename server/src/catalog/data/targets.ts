// Written by npm run catalog.

/** The servers that were measured, oldest first, Redis before Valkey. */
export const TARGETS = [
  'redis-6.0',
  'redis-6.2',
  'redis-7.0',
  'redis-7.2',
  'redis-7.4',
  'redis-8.0',
  'redis-8.6',
  'valkey-7.2',
  'valkey-8.0',
  'valkey-8.1',
  'valkey-9.1',
] as const;

/** The newest Redis among them. */
export const DEFAULT_TARGET = 'redis-8.6';
