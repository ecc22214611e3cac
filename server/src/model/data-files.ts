import type { Behaviour } from '../catalog/behaviour.js';
import { asLogged } from './log.js';
import { isTooLong, MOST_OF_A_NAME, NO_FILE, TOO_LONG } from './paths.js';
import type { Refusal } from './refusal.js';
import { lineRefusal } from './refusing.js';
import type { Settings } from './settings.js';
import { argumentsPlace } from './statement.js';

/**
 * 6.x open the append-only file in the midst of their sockets. Whether they can is the machine's business, but for names
 * that no machine takes.
 */
export function appendOnlyFileRefusal(settings: Settings, behaviour: Behaviour): Refusal | undefined {
  if (behaviour.appendOnlyFile === 'many' || !settings.isOn('appendonly')) return undefined;
  const reason = whyNeverOpened(settings.text('appendfilename'));
  return reason === undefined
    ? undefined
    : refuse('appendfilename', `Can't open the append-only file: ${reason}`, settings);
}

/** The file in which a cluster's node keeps what it knows of the others (`clusterLockConfig`); Valkey 8 reads no empty name. */
export function clusterFileRefusal(settings: Settings): Refusal | undefined {
  const name = settings.text('cluster-config-file');
  const reason = whyNeverOpened(name);
  return reason === undefined
    ? undefined
    : refuse('cluster-config-file', `Can't open ${name} in order to acquire a lock: ${reason}`, settings);
}

function whyNeverOpened(name: string): string | undefined {
  return name === '' ? NO_FILE : isTooLong(name) ? TOO_LONG : undefined;
}

/** What stops a server when it looks for its data at last, as far as the names of its files alone decide. */
export function dataFileRefusal(settings: Settings, behaviour: Behaviour): Refusal | undefined {
  if (settings.isOn('appendonly'))
    return behaviour.appendOnlyFile === 'many' ? appendOnlyFilesRefusal(settings) : undefined;
  const name = settings.text('dbfilename');
  if (!isTooLong(name)) return undefined;
  const says =
    behaviour.unopenedData === 'reason'
      ? `Fatal error loading the DB: ${TOO_LONG}. Exiting.`
      : `Fatal error: can't open the RDB file ${name} for reading: ${TOO_LONG}`;
  return refuse('dbfilename', says, settings);
}

/** From 7.0 on a folder of files, whose names are longer than the one in the setting (`openNewIncrAofForAppend`, aof.c). */
function appendOnlyFilesRefusal(settings: Settings): Refusal | undefined {
  const folder = settings.text('appenddirname');
  if (isTooLong(folder)) {
    return refuse('appenddirname', `Can't open or create append-only dir ${folder}: ${TOO_LONG}`, settings);
  }
  const name = settings.text('appendfilename');
  if (isTooLong(`${name}.1.base.rdb`)) {
    return refuse(
      'appendfilename',
      `Error moving temp append only file on the final destination: ${TOO_LONG}`,
      settings,
    );
  }
  const manifest = `temp-${name}.manifest`;
  return isTooLong(manifest)
    ? refuse('appendfilename', `Can't open the AOF manifest file ${manifest}: ${TOO_LONG}`, settings)
    : undefined;
}

function refuse(name: string, says: string, settings: Settings): Refusal | undefined {
  const statement = settings.get(name)?.winner;
  return (
    statement &&
    lineRefusal(statement, 'invalid-value', asLogged(says), undefined, {
      step: 'starting',
      at: argumentsPlace(statement),
      detail: { expected: `the name of a file, ${MOST_OF_A_NAME}` },
    })
  );
}
