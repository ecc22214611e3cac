import type { Gate } from './harms.js';
import type { Settings } from './settings.js';
import type { Statement } from './statement.js';

/** Whether a server does as an allowed command tells it. */
export interface GateState {
  /** `local`: only for clients on the server's own machine. */
  readonly isOpen: 'yes' | 'local' | 'no';
  /** Commands any of which opens it. */
  readonly opening: readonly (readonly string[])[];
  /** The setting that decides, as `enable-debug-command no`. */
  readonly setting: string;
  /** The line that sets it; undefined for the default. */
  readonly statement: Statement | undefined;
}

/** What the server asks beyond ACL rules; undefined for a gate that this release does not have. */
export function gateState(gate: Gate, settings: Settings): GateState | undefined {
  switch (gate) {
    case 'debug-command':
      return enabling('enable-debug-command', settings);
    case 'module-command':
      return enabling('enable-module-command', settings);
    case 'protected-configs':
      return enabling('enable-protected-configs', settings);
    case 'not-a-cluster':
      return { ...cluster(settings), isOpen: settings.isOn('cluster-enabled') ? 'no' : 'yes' };
    case 'a-cluster':
      return { ...cluster(settings), isOpen: settings.isOn('cluster-enabled') ? 'yes' : 'no' };
    case 'not-a-read-only-replica':
      return replica(settings);
  }
}

function enabling(name: string, settings: Settings): GateState | undefined {
  const setting = settings.get(name);
  if (setting === undefined) return undefined;
  const isOpen = setting.value === 'yes' || setting.value === 'local' ? setting.value : 'no';
  return { isOpen, opening: [], setting: `${name} ${isOpen}`, statement: setting.winner };
}

function cluster(settings: Settings): Omit<GateState, 'isOpen'> {
  const isOn = settings.isOn('cluster-enabled');
  const statement = settings.get('cluster-enabled')?.winner;
  return { opening: [], setting: `cluster-enabled ${isOn ? 'yes' : 'no'}`, statement };
}

/** A replica that is made a primary, or told to take writes, takes them. */
const ENDING_REPLICATION = [
  ['replicaof', 'no', 'one'],
  ['slaveof', 'no', 'one'],
  ['config', 'set', 'replica-read-only', 'no'],
];

function replica(settings: Settings): GateState | undefined {
  const statement = settings.get('replicaof')?.winner;
  if (statement === undefined || settings.text('replicaof') === '') return undefined;
  const isReadOnly = settings.isOn('replica-read-only');
  const isOpen = isReadOnly ? 'no' : 'yes';
  return { isOpen, opening: ENDING_REPLICATION, setting: `replica-read-only ${isReadOnly ? 'yes' : 'no'}`, statement };
}
