import { workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type NewConfigurationParams, TARGETS, type TargetsResult } from '../../server/src/lsp/requests.js';
import { type Answer, askForOne, askForSome, askForText, type Choice, type Step } from './steps.js';

/** What stands above every question. */
export const TITLE = 'New Hardened Redis Configuration';

/** Asks all that a configuration depends on, with ways back; undefined where somebody gave up. */
export async function askForConfiguration(client: BaseLanguageClient): Promise<NewConfigurationParams | undefined> {
  const targets = await client.sendRequest<TargetsResult>(TARGETS);
  let wishes: NewConfigurationParams = {
    ...USUAL,
    target: workspace.getConfiguration('redisHardening').get<string>('target') ?? USUAL.target,
  };
  for (let at = 0; ; ) {
    const questions = questionsFor(wishes, targets);
    const question = questions[at];
    if (question === undefined) return wishes;
    const answer = await question({ title: TITLE, step: at + 1, totalSteps: questions.length });
    if (answer === 'cancelled') return undefined;
    if (answer === 'back') at -= 1;
    else {
      wishes = { ...wishes, ...answer.value };
      at += 1;
    }
  }
}

const USUAL: NewConfigurationParams = {
  target: 'redis-8.6',
  role: 'cache',
  tls: 'mutual',
  replica: false,
  sentinel: false,
  users: [],
  admin: 'ops-admin',
  metrics: true,
  health: true,
};

type Question = (step: Omit<Step, 'placeholder'>) => Promise<Answer<Partial<NewConfigurationParams>>>;

/** Later questions depend on earlier answers: nodes of a cluster are not asked for a replica. */
function questionsFor(wishes: NewConfigurationParams, targets: TargetsResult): readonly Question[] {
  const { role, replica } = wishes;
  const servers = [...targets].reverse().map(({ name, title }) => ({ label: title, value: name }));
  return [
    one('What the server is for', ROLES, 'role', wishes),
    one('The server that reads the files', servers, 'target', wishes),
    one('How clients connect', TRANSPORTS, 'tls', wishes),
    ...(role === 'primary' || role === 'cluster' ? [] : [one('Replication', REPLICATION, 'replica', wishes)]),
    ...(role === 'primary' || (role !== 'cluster' && replica) ? [one('Failover', FAILOVER, 'sentinel', wishes)] : []),
    applications(wishes),
    administrator(wishes),
    services(wishes),
  ];
}

function one<K extends keyof NewConfigurationParams>(
  placeholder: string,
  choices: readonly Choice<NewConfigurationParams[K]>[],
  key: K,
  wishes: NewConfigurationParams,
): Question {
  return async (step) => named(key, await askForOne({ ...step, placeholder }, choices, wishes[key]));
}

function applications(wishes: NewConfigurationParams): Question {
  const placeholder =
    'Applications, each with a user of its own: names with blanks between them, or nothing for the usual ones. ' +
    `name:kind:prefix says more; kinds are ${KINDS.join(', ')}.`;
  return async (step) => {
    const answer = await askForText({ ...step, placeholder }, wishes.users.join(' '), async (text) =>
      wordsOf(text)
        .map(complaintAbout)
        .find((complaint) => complaint !== undefined),
    );
    return typeof answer === 'string' ? answer : { value: { users: wordsOf(answer.value) } };
  };
}

function administrator(wishes: NewConfigurationParams): Question {
  return async (step) => {
    const placeholder = 'The administrator, who may do everything.';
    const complaint = async (text: string) => complaintAbout(text.replaceAll(':', ' '));
    return named('admin', await askForText({ ...step, placeholder }, wishes.admin, complaint));
  };
}

function services(wishes: NewConfigurationParams): Question {
  return async (step) => {
    const before = SERVICES.map(({ value }) => value).filter((service) => wishes[service]);
    const answer = await askForSome({ ...step, placeholder: 'Who else logs in' }, SERVICES, before);
    if (typeof answer === 'string') return answer;
    return { value: { metrics: answer.value.includes('metrics'), health: answer.value.includes('health') } };
  };
}

function named<K extends keyof NewConfigurationParams>(
  key: K,
  answer: Answer<NewConfigurationParams[K]>,
): Answer<Partial<NewConfigurationParams>> {
  return typeof answer === 'string' ? answer : { value: { [key]: answer.value } };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function complaintAbout(word: string): string | undefined {
  const [name = '', kind = 'app'] = word.split(':');
  if (!NAME.test(name)) return NOT_A_NAME;
  if (TAKEN.includes(name)) return `${name}: this name is taken, write another one.`;
  return KINDS.includes(kind) ? undefined : `${kind}: write one of ${KINDS.join(', ')}.`;
}

const NAME = /^[A-Za-z0-9_][\w.-]*$/;
const NOT_A_NAME = 'Write a name of letters, digits, dots, dashes and underscores.';
const TAKEN = ['default', 'metrics', 'health', 'replica', 'sentinel'];
const KINDS = ['app', 'cache', 'session', 'producer', 'consumer', 'rate-limiter', 'analytics'];

const ROLES: readonly Choice<NewConfigurationParams['role']>[] = [
  { label: 'Cache', detail: 'Nothing is kept on disk; the least used keys go when memory is full.', value: 'cache' },
  {
    label: 'Session store',
    detail: 'Kept on disk; those that expire next go first when memory is full.',
    value: 'session',
  },
  { label: 'Queue', detail: 'Kept on disk; no job is ever dropped, producers get an error instead.', value: 'queue' },
  { label: 'Primary with replica', detail: 'Data that must not be lost, on two servers.', value: 'primary' },
  { label: 'Cluster node', detail: 'One file for every node of a cluster.', value: 'cluster' },
];

const TRANSPORTS: readonly Choice<NewConfigurationParams['tls']>[] = [
  {
    label: 'TLS with client certificates',
    detail: 'And a password. Needs a certificate authority of your own.',
    value: 'mutual',
  },
  { label: 'TLS with passwords', detail: 'Clients need the authority’s certificate only.', value: 'password' },
  { label: 'Without TLS', detail: 'For one machine alone, or a network that is encrypted otherwise.', value: 'none' },
];

const REPLICATION: readonly Choice<boolean>[] = [
  { label: 'One server', value: false },
  {
    label: 'A server and a replica',
    detail: 'They log in to each other with a user that can only replicate.',
    value: true,
  },
];

const FAILOVER: readonly Choice<boolean>[] = [
  { label: 'By hand', value: false },
  { label: 'By Sentinel', detail: 'Three Sentinels make the replica the primary when that fails.', value: true },
];

const SERVICES: readonly Choice<'metrics' | 'health'>[] = [
  { label: 'Metrics exporter', detail: 'Sees counters, no keys, no values, no settings.', value: 'metrics' },
  { label: 'Health check', detail: 'May PING and nothing else.', value: 'health' },
];
