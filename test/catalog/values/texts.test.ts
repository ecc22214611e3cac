import { expect, test } from 'vitest';
import { isIpv4, isIpv6 } from '../../../server/src/catalog/values/addresses.js';
import { readBool, readChoice, readFlags } from '../../../server/src/catalog/values/choice.js';
import { readKeyspaceEvents } from '../../../server/src/catalog/values/keyspace-events.js';
import { readHostname } from '../../../server/src/catalog/values/network.js';
import type { Outcome } from '../../../server/src/catalog/values/outcome.js';
import { isBlankTemplate, readFileName, readTitleTemplate } from '../../../server/src/catalog/values/text.js';

test('yes and no in any letter case, and nothing else', () => {
  expect(['yes', 'NO', 'yes\0x', 'true', '1', 'yes '].map((text) => shown(readBool(text)))).toEqual([
    'yes',
    'no',
    'yes',
    "argument must be 'yes' or 'no'",
    "argument must be 'yes' or 'no'",
    "argument must be 'yes' or 'no'",
  ]);
});

test('a choice is shown as the server writes it', () => {
  const choice = { words: ['no', 'yes', 'relative'], synonyms: { relative: 'yes' }, complaint: 'one of these' };
  expect(shown(readChoice('RELATIVE', choice))).toBe('yes');
  expect(shown(readChoice('maybe', choice))).toBe('one of these: no, yes, relative');
});

test('flags are shown in the order of the server, and yes where all are set', () => {
  const choice = { words: ['no', 'yes', 'cpu', 'net'], synonyms: {}, complaint: '' };
  expect(shown(readFlags(['net'], choice, 'no'))).toBe('net');
  expect(shown(readFlags(['no'], choice, 'no'))).toBe('no');
  expect(shown(readFlags(['NET', 'cpu'], choice, 'no'))).toBe('yes');
});

test('events are shown in the order of the server, all of them as A', () => {
  const letters = { all: 'g$lshzxetd', beside: 'n', complaint: 'bad letter' };
  expect(shown(readKeyspaceEvents('KEA', letters))).toBe('AKE');
  expect(shown(readKeyspaceEvents('mx$', letters))).toBe('$xm');
  expect(shown(readKeyspaceEvents('dtexzhsl$gn', letters))).toBe('A');
  expect(shown(readKeyspaceEvents('k', letters))).toBe('bad letter');
});

test('a file name is no path, to a backslash either', () => {
  const rule = { directive: 'dbfilename', what: 'filename', mayBeEmpty: false } as const;
  expect(shown(readFileName('dump.rdb#x', rule))).toBe('dump.rdb#x');
  expect(shown(readFileName('a\\b', rule))).toBe("dbfilename can't be a path, just a filename");
  expect(shown(readFileName('', rule))).toBe("dbfilename can't be empty");
});

test('the length of a host name is counted in bytes', () => {
  expect(shown(readHostname('node-1.example'))).toBe('node-1.example');
  expect(shown(readHostname('é'.repeat(128)))).toBe('Hostnames must be less than 256 characters');
  expect(shown(readHostname('é'))).toBe('Hostnames may only contain alphanumeric characters, hyphens or dots');
});

test('a title is made of known variables', () => {
  expect(shown(readTitleTemplate('{title} {listen-addr} {{x}'))).toBe('{title} {listen-addr} {{x}');
  expect(readTitleTemplate('{TITLE}').kind).toBe('refused');
  expect(readTitleTemplate('{title').kind).toBe('refused');
});

test('a title may not come to nothing', () => {
  const empty = new Set(['title', 'unixsocket']);
  expect(isBlankTemplate(' {title} {unixsocket}', empty)).toBe(true);
  expect(isBlankTemplate('{title} {port}', empty)).toBe(false);
});

test.each(['1.2.3.4', '0.0.0.0', '255.255.255.255'])('the address %s', (text) => {
  expect(isIpv4(text)).toBe(true);
});

test.each(['01.2.3.4', '1.2.3', '1.2.3.256', '1.2.3.4 ', ''])('no address: %j', (text) => {
  expect(isIpv4(text)).toBe(false);
});

test.each(['::', '::1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::ffff:1.2.3.4', 'FFFF::'])('the address %s', (text) => {
  expect(isIpv6(text)).toBe(true);
});

test.each(['', ':', ':1', '1:', ':::', '1::2::3', '1:2:3:4:5:6:7:8:9', '12345::', '::1%lo', '::1.2.3', '::G'])(
  'no address: %j',
  (text) => {
    expect(isIpv6(text)).toBe(false);
  },
);

function shown(outcome: Outcome): string {
  return outcome.kind === 'accepted' ? outcome.value : outcome.says;
}
