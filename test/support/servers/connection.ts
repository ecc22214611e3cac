import { connect as connectSocket, type NetConnectOpts, type Socket } from 'node:net';

/** A server's answer. An error is a value, since what a server refuses is what tests ask about. */
export type Reply = string | number | null | ErrorReply | readonly Reply[];

export interface ErrorReply {
  /** As sent, such as `NOPERM User app has no permissions to run the 'get' command`. */
  readonly error: string;
}

/** A connection to a Redis or Valkey server that speaks RESP2. */
export interface Connection {
  /** Sends one command; the answer is an error value when the server refuses or the connection is gone. */
  ask(...command: readonly (string | Uint8Array)[]): Promise<Reply>;
  /** Sends all commands before the first answer; answers in the same order. */
  askAll(commands: readonly (readonly (string | Uint8Array)[])[]): Promise<readonly Reply[]>;
  close(): void;
}

/** Answers a question to a connection that ended before it was answered. */
export const CLOSED: ErrorReply = { error: 'connection closed' };

export interface ConnectionOptions {
  /** How bytes become text: `latin1` keeps every byte as one character. */
  readonly encoding?: 'utf8' | 'latin1';
}

export function isError(reply: Reply): reply is ErrorReply {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}

/**
 * Connects to a Unix socket or a TCP port.
 *
 * Rejects when nobody listens there.
 */
export async function connect(address: NetConnectOpts, options: ConnectionOptions = {}): Promise<Connection> {
  return talkOver(await connected(address), options);
}

/** Talks over a socket that is connected already, such as one of TLS. */
export function talkOver(socket: Socket, options: ConnectionOptions = {}): Connection {
  const { encoding = 'utf8' } = options;
  const waiting: ((reply: Reply) => void)[] = [];
  let received: Buffer = Buffer.alloc(0);

  socket.on('data', (bytes) => {
    received = received.length === 0 ? bytes : Buffer.concat([received, bytes]);
    let at = 0;
    let parsed = parseReply(received, at, encoding);
    while (parsed !== undefined) {
      at = parsed.end;
      waiting.shift()?.(parsed.reply);
      parsed = parseReply(received, at, encoding);
    }
    received = received.subarray(at);
  });
  const giveUp = () => {
    for (const resolve of waiting.splice(0)) resolve(CLOSED);
  };
  socket.on('error', giveUp);
  socket.on('close', giveUp);

  const send = (bytes: Buffer, count: number): Promise<Reply>[] => {
    if (socket.destroyed) return Array.from({ length: count }, async () => CLOSED);
    const replies = Array.from({ length: count }, () => new Promise<Reply>((resolve) => waiting.push(resolve)));
    socket.write(bytes);
    return replies;
  };
  return {
    ask: async (...command) => {
      const [reply = CLOSED] = await Promise.all(send(encode(command, encoding), 1));
      return reply;
    },
    askAll: (commands) =>
      Promise.all(send(Buffer.concat(commands.map((command) => encode(command, encoding))), commands.length)),
    close: () => socket.destroy(),
  };
}

function connected(address: NetConnectOpts): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(address);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

function encode(command: readonly (string | Uint8Array)[], encoding: 'utf8' | 'latin1'): Buffer {
  const parts: Buffer[] = [Buffer.from(`*${command.length}\r\n`)];
  for (const argument of command) {
    const bytes = typeof argument === 'string' ? Buffer.from(argument, encoding) : Buffer.from(argument);
    parts.push(Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n'));
  }
  return Buffer.concat(parts);
}

interface Parsed {
  readonly reply: Reply;
  /** Offset behind the reply. */
  readonly end: number;
}

/** The reply that starts at an offset; undefined while bytes of it are missing. */
function parseReply(bytes: Buffer, start: number, encoding: 'utf8' | 'latin1'): Parsed | undefined {
  const lineEnd = bytes.indexOf('\r\n', start);
  if (lineEnd === -1) return undefined;
  const text = bytes.toString(encoding, start + 1, lineEnd);
  const end = lineEnd + 2;

  switch (String.fromCharCode(bytes[start] ?? 0)) {
    case '-':
      return { reply: { error: text }, end };
    case ':':
      return { reply: Number(text), end };
    case '$':
      return parseBulk(bytes, end, Number(text), encoding);
    case '*':
      return parseArray(bytes, end, Number(text), encoding);
    default:
      return { reply: text, end };
  }
}

function parseBulk(bytes: Buffer, start: number, length: number, encoding: 'utf8' | 'latin1'): Parsed | undefined {
  if (length < 0) return { reply: null, end: start };
  const end = start + length + 2;
  return end > bytes.length ? undefined : { reply: bytes.toString(encoding, start, end - 2), end };
}

function parseArray(bytes: Buffer, start: number, length: number, encoding: 'utf8' | 'latin1'): Parsed | undefined {
  if (length < 0) return { reply: null, end: start };
  const replies: Reply[] = [];
  let end = start;
  for (let i = 0; i < length; i++) {
    const parsed = parseReply(bytes, end, encoding);
    if (parsed === undefined) return undefined;
    replies.push(parsed.reply);
    end = parsed.end;
  }
  return { reply: replies, end };
}
