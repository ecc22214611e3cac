import { expect, test } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { watchFor } from '../../server/src/lsp/progress.js';

function watching() {
  const told: string[] = [];
  const timers: (() => void)[] = [];
  const progress = { begin: (title: string) => told.push(title), done: () => told.push('done') };
  const connection = { window: { createWorkDoneProgress: async () => progress } } as unknown as Connection;
  const watch = watchFor(connection, {
    files: undefined,
    randomBytes: (count) => new Uint8Array(count),
    now: () => 0,
    after: (_, callback) => {
      timers.push(callback);
      return () => timers.splice(timers.indexOf(callback), 1);
    },
  });
  return { told, timers, watch };
}

test('what is done soon is not announced', async () => {
  const { told, timers, watch } = watching();
  expect(await watch(Promise.resolve('read'))).toBe('read');
  expect(timers).toEqual([]);
  expect(told).toEqual([]);
});

test('what takes long is announced, and its end as well', async () => {
  const { told, timers, watch } = watching();
  let finish = (): void => undefined;
  const work = watch(
    new Promise<void>((resolve) => {
      finish = resolve;
    }),
  );
  for (const timer of timers) timer();
  finish();
  await work;
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(['Reading Redis files', 'done']);
});
