import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import type { Context } from './define.js';

/** One master that a Sentinel watches, as its file has it. */
export interface Watched {
  readonly name: string;
  readonly port: string;
  readonly monitor: Statement;
  /** The line with the password, and the name of the user, that Sentinel logs in with. */
  readonly password: Statement | undefined;
  readonly user: Statement | undefined;
  /** Original name of a command, lower-case → the name that Sentinel uses instead. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The masters of a Sentinel, in the order of its file. */
export function watchedBy(sentinel: Project): readonly Watched[] {
  const passwords = linesByMaster(sentinel, 'auth-pass');
  const users = linesByMaster(sentinel, 'auth-user');
  const renames = linesByMaster(sentinel, 'rename-command');
  return sentinelLines(sentinel, 'monitor').map((monitor) => {
    const name = masterOf(monitor);
    return {
      name,
      port: monitor.args[3]?.value ?? '',
      monitor,
      password: passwords.get(name)?.at(-1),
      user: users.get(name)?.at(-1),
      renamed: new Map(
        renames.get(name)?.map(({ args }) => [args[2]?.value.toLowerCase() ?? '', args[3]?.value ?? '']),
      ),
    };
  });
}

function linesByMaster(sentinel: Project, word: string): ReadonlyMap<string, readonly Statement[]> {
  const lines = new Map<string, Statement[]>();
  for (const statement of sentinelLines(sentinel, word)) {
    const name = masterOf(statement);
    const known = lines.get(name);
    if (known === undefined) lines.set(name, [statement]);
    else known.push(statement);
  }
  return lines;
}

function masterOf({ args }: Statement): string {
  return args[1]?.value ?? '';
}

/** What Sentinels beside a server's file say of it; empty where none is known. */
export function watchersOf({ project }: Context): readonly Watched[] {
  if (project.kind !== 'config') return [];
  return project.beside.projects.flatMap((sentinel) =>
    watchedBy(sentinel).filter((watched) => isMeant(watched, project)),
  );
}

/** Whether a master is the server of that file, as far as the port tells. */
export function isMeant({ port }: Watched, { settings }: Project): boolean {
  return port !== '0' && (port === settings.text('port') || port === settings.text('tls-port'));
}

/** The lines of a Sentinel's file that begin with `sentinel` and that word. */
export function sentinelLines({ settings }: Project, word: string): readonly Statement[] {
  return settings.statements('sentinel').filter(({ args }) => args[0]?.value.toLowerCase() === word);
}
