import type { Connection } from 'vscode-languageserver';
import type { Host } from './host.js';

/** Tells the user that something goes on as soon as it has taken so long that they wonder. */
export type Watch = <T>(work: Promise<T>) => Promise<T>;

/** One progress at a time, however much is waited for. */
export function watchFor(connection: Connection, host: Host): Watch {
  let watched = 0;
  let end: Promise<() => void> | undefined;
  return async (work) => {
    watched++;
    const cancel = host.after(PATIENCE, () => {
      end ??= begin(connection);
    });
    try {
      return await work;
    } finally {
      cancel();
      watched--;
      if (watched === 0 && end !== undefined) {
        void end.then((done) => done());
        end = undefined;
      }
    }
  };
}

/** Milliseconds. */
const PATIENCE = 500;

/** A client that refuses is not asked again for this piece of work. */
async function begin(connection: Connection): Promise<() => void> {
  try {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Reading Redis files');
    return () => progress.done();
  } catch {
    return () => undefined;
  }
}
