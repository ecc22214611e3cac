import { expect, test } from 'vitest';
import { format } from '../../server/src/features/format.js';
import { editedText, fileUri } from '../support/cursor.js';
import { projectOf } from '../support/fixtures.js';

async function formatted(text: string, name = 'redis.conf'): Promise<string> {
  const project = await projectOf([{ name, withheld: false, text, marks: [] }]);
  return editedText(project, fileUri(name), format(project, fileUri(name), undefined));
}

test('blanks at the ends of lines go, also before a carriage return', async () => {
  expect(await formatted('port 1  \n# why \t\n \nhz 10\n')).toBe('port 1\n# why\n\nhz 10\n');
  expect(await formatted('port 1 \r\nhz 10\r\n')).toBe('port 1\r\nhz 10\r\n');
  expect(await formatted('user app on \n', 'users.acl')).toBe('user app on\n');
});

test('a blank inside quotes stays', async () =>
  expect(await formatted('requirepass "secret " \n')).toBe('requirepass "secret "\n'));

test('a line with a quote that nothing closes is left alone', async () =>
  expect(await formatted('requirepass "secret \n')).toBe('requirepass "secret \n'));

test('the last line keeps its blank where the next file of a pattern would go on', async () =>
  expect(await formatted('loglevel notice ')).toBe('loglevel notice '));

test('everything else is left as it is', async () =>
  expect(await formatted('  PORT   1\n\n\n\tsave 900\t1\n')).toBe('  PORT   1\n\n\n\tsave 900\t1\n'));
