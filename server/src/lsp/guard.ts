import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R> | R;

/** Makes a handler that never fails: a defect is logged and the answer is `empty`; what is cancelled is answered so. */
export type Guard = <P, R>(
  name: string,
  empty: R,
  handler: Handler<P, R>,
) => (params: P, token: CancellationToken) => Promise<R>;

/** The guard of a connection. */
export function guardOf(connection: Connection): Guard {
  return (name, empty, handler) => async (params, token) => {
    try {
      throwIfCancelled(token);
      const result = await handler(params, token);
      throwIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name} failed: ${whereOf(error)}`);
      return empty;
    }
  };
}

/** Ends a request that nobody waits for any more. */
export function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The kind of an error and where it happened; never its message, which can quote the file and so a secret. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, FRAMES)].join('\n');
}

const FRAMES = 8;
