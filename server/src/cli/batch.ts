import { decide } from '../model/permissions.js';
import { surroundingsOf } from '../model/surroundings.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Io } from './io.js';
import type { Loaded } from './judge.js';

/**
 * Answers questions on standard input, one in a line, in lines of JSON: `{"user":"app","argv":["GET","k"]}` gets
 * `{"allowed":true,"reason":"..."}`, and what is no such question gets `{"error":"..."}`.
 */
export async function answerBatch(loaded: Loaded, io: Io): Promise<ExitCode> {
  const ask = asker(loaded);
  let rest = '';
  let status: ExitCode = EXIT.clean;
  const answered = (line: string): string => {
    if (line.trim() === '') return '';
    const answer = ask(line);
    if ('error' in answer) status = EXIT.failure;
    return `${JSON.stringify(answer)}\n`;
  };
  for await (const piece of io.stdin) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    await io.stdout.write(lines.map(answered).join(''));
  }
  await io.stdout.write(answered(rest));
  return status;
}

type Answer = { readonly allowed: boolean; readonly reason: string } | { readonly error: string };

function asker({ project }: Loaded): (line: string) => Answer {
  const surroundings = surroundingsOf(project);
  return (line) => {
    const question = questionIn(line);
    if (question === undefined) return { error: 'write {"user":"NAME","argv":["COMMAND","ARGUMENT"]}' };
    const user = project.users.get(question.user);
    if (user === undefined) return { allowed: false, reason: `there is no user ${question.user}` };
    const { allowed, reason } = decide(user, question.argv, project.catalog, surroundings);
    return { allowed, reason };
  };
}

interface Question {
  readonly user: string;
  readonly argv: readonly string[];
}

function questionIn(line: string): Question | undefined {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null) return undefined;
  const { user = 'default', argv } = said as { readonly user?: unknown; readonly argv?: unknown };
  if (typeof user !== 'string' || !Array.isArray(argv) || argv.length === 0) return undefined;
  const words: readonly unknown[] = argv;
  return words.every((word) => typeof word === 'string') ? { user, argv: words } : undefined;
}
