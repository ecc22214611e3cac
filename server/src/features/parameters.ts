import type { Directive } from '../catalog/directive.js';

/** What the arguments of directives are called that take several, in order; the last of a repeated group ends it. */
interface Parameters {
  readonly names: readonly string[];
  /** Whether the whole group may come again. */
  readonly repeats?: true;
}

/** The names of a directive's arguments; for most there is one, its value. */
export function parametersOf({ canonical }: Pick<Directive, 'canonical'>): Parameters {
  return DIRECTIVES[canonical] ?? { names: ['value'] };
}

/** The names of the arguments behind a word that follows `sentinel`. */
export function sentinelParametersOf(keyword: string): Parameters | undefined {
  return SENTINEL[keyword.toLowerCase()];
}

/** Which parameter an argument is. */
export function parameterAt({ names, repeats }: Parameters, argument: number): number {
  return repeats ? argument % names.length : argument;
}

const DIRECTIVES: Readonly<Record<string, Parameters>> = {
  bind: { names: ['address'], repeats: true },
  'rdma-bind': { names: ['address'], repeats: true },
  'client-output-buffer-limit': { names: ['class', 'hard-limit', 'soft-limit', 'soft-seconds'], repeats: true },
  'latency-tracking-info-percentiles': { names: ['percentile'], repeats: true },
  loadmodule: { names: ['path', 'argument'] },
  'oom-score-adj-values': { names: ['primary', 'replica', 'child'] },
  'rename-command': { names: ['command', 'new-name'] },
  replicaof: { names: ['host', 'port'] },
  save: { names: ['seconds', 'changes'], repeats: true },
  user: { names: ['name', 'rule'] },
  include: { names: ['path'] },
  aclfile: { names: ['path'] },
};

const MASTER = 'master-name';

const SENTINEL: Readonly<Record<string, Parameters>> = {
  'announce-hostnames': { names: ['yes-or-no'] },
  'announce-ip': { names: ['address'] },
  'announce-port': { names: ['port'] },
  'auth-pass': { names: [MASTER, 'password'] },
  'auth-user': { names: [MASTER, 'user'] },
  'client-reconfig-script': { names: [MASTER, 'path'] },
  'config-epoch': { names: [MASTER, 'epoch'] },
  'current-epoch': { names: ['epoch'] },
  'deny-scripts-reconfig': { names: ['yes-or-no'] },
  'down-after-milliseconds': { names: [MASTER, 'milliseconds'] },
  'failover-timeout': { names: [MASTER, 'milliseconds'] },
  'known-replica': { names: [MASTER, 'address', 'port'] },
  'known-sentinel': { names: [MASTER, 'address', 'port', 'run-id'] },
  'known-slave': { names: [MASTER, 'address', 'port'] },
  'leader-epoch': { names: [MASTER, 'epoch'] },
  'master-reboot-down-after-period': { names: [MASTER, 'milliseconds'] },
  monitor: { names: [MASTER, 'address', 'port', 'quorum'] },
  myid: { names: ['run-id'] },
  'notification-script': { names: [MASTER, 'path'] },
  'parallel-syncs': { names: [MASTER, 'count'] },
  'primary-reboot-down-after-period': { names: [MASTER, 'milliseconds'] },
  'rename-command': { names: [MASTER, 'command', 'new-name'] },
  'resolve-hostnames': { names: ['yes-or-no'] },
  'sentinel-pass': { names: ['password'] },
  'sentinel-user': { names: ['user'] },
};
