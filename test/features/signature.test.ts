import { expect, test } from 'vitest';
import { signature } from '../../server/src/features/signature.js';
import { cursorIn } from '../support/cursor.js';

/** The signature with the argument that is being written in brackets. */
async function shown(drawn: string): Promise<string> {
  const { project, uri, position } = await cursorIn(drawn);
  const help = signature(project, uri, position);
  const [first] = help?.signatures ?? [];
  const span = first?.parameters?.[help?.activeParameter ?? 0]?.label;
  if (first === undefined || !Array.isArray(span)) return '';
  const [start, end] = span;
  return `${first.label.slice(0, start)}[${first.label.slice(start, end)}]${first.label.slice(end)}`;
}

test('which argument is being written', async () => {
  expect(await shown('replicaof $0')).toBe('replicaof [host] port');
  expect(await shown('replicaof 10.0.0.1 $0')).toBe('replicaof host [port]');
  expect(await shown('replicaof 10.0.0.1 63$0')).toBe('replicaof host [port]');
});

test('groups begin again', async () =>
  expect(await shown('client-output-buffer-limit normal 0 0 0 pubsub 1m$0')).toBe(
    'client-output-buffer-limit class [hard-limit] soft-limit soft-seconds',
  ));

test('sentinel lines have the arguments of their second word', async () =>
  expect(await shown('-- sentinel.conf --\n sentinel monitor cache $0')).toBe(
    'sentinel monitor master-name [address] port quorum',
  ));

test('a single value needs no explanation', async () => expect(await shown('port $0')).toBe(''));
