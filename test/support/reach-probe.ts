import { connect, isError } from './servers/connection.js';
import { givenInput } from './servers/own-network.js';
import { startServer } from './servers/real-server.js';

/** Servers to start, each with a file of its own, and where to connect to them from elsewhere. */
export interface ReachQuestions {
  readonly remoteAddress: string;
  readonly questions: readonly {
    readonly server: string;
    readonly files: Readonly<Record<string, string>>;
    readonly role: 'server' | 'sentinel';
    readonly port: number;
  }[];
}

/** What a client that does not log in is answered, by where it comes from. */
export interface Greetings {
  readonly loopback: string;
  readonly remote: string;
  readonly socket: string;
}

void probe();

async function probe(): Promise<void> {
  const { remoteAddress, questions } = await givenInput<ReachQuestions>();
  const answers: Greetings[] = [];
  for (const { server, files, role, port } of questions) {
    const options = ['--port', String(port), '--unixsocket', 's.sock'];
    const running = await startServer({ path: server }, { files, role, config: 'c.conf', options });
    if ('verdict' in running) throw new Error(`${server} did not start with ${JSON.stringify(files)}`);
    answers.push({
      loopback: await greeting({ host: '127.0.0.1', port }),
      remote: await greeting({ host: remoteAddress, port }),
      socket: await greeting({ path: `${running.folder}/s.sock` }),
    });
    await running.stop();
  }
  process.stdout.write(JSON.stringify(answers));
}

async function greeting(address: Parameters<typeof connect>[0]): Promise<string> {
  const connection = await connect(address).catch(() => undefined);
  if (connection === undefined) return 'refused';
  const answer = await connection.ask('PING');
  connection.close();
  return isError(answer) ? (answer.error.split(' ')[0] ?? '') : String(answer);
}
