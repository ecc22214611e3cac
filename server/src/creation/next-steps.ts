import { isLoopback } from '../rules/loopback.js';
import type { Choices, NewRole, NewTransport } from './choices.js';
import { hasUsers, SENTINEL_PORT } from './sentinel-file.js';

/** What is left to do by hand, as Markdown. */
export function nextSteps(choices: Choices): string {
  const { target, role, tls } = choices;
  const steps = [
    ...(tls === 'none' ? [] : [certificates(choices)]),
    passwords(choices),
    install(choices),
    ...more(choices),
    start(choices),
    ...(choices.metrics ? [monitoring(choices)] : []),
    LATER,
  ];
  return `# ${target.title}: ${PURPOSE[role]}, ${TRANSPORT[tls]}\n\n${steps.join('\n')}`;
}

const PURPOSE: Readonly<Record<NewRole, string>> = {
  cache: 'a cache',
  session: 'a session store',
  queue: 'a queue',
  primary: 'a primary with a replica',
  cluster: 'nodes of a cluster',
};

const TRANSPORT: Readonly<Record<NewTransport, string>> = {
  mutual: 'TLS with client certificates',
  password: 'TLS with passwords',
  none: 'without TLS',
};

function certificates({ folder, tls, replica, role }: Choices): string {
  const nodes = replica || role === 'cluster';
  const both = nodes
    ? ' Nodes are clients of each other: their certificates must be good for both (serverAuth, clientAuth).'
    : '';
  const clients =
    tls === 'mutual'
      ? ' Each client needs a certificate of the same authority, good for clients (clientAuth).'
      : ' Clients need `ca.crt` to know the server by.';
  return `\
## Certificates

\`\`\`
${folder}/tls/ca.crt      the authority: your own, never a public one
${folder}/tls/redis.crt   the server's certificate, for the names or addresses that clients connect to
${folder}/tls/redis.key   its key
\`\`\`
${`${both}${clients}`.trimStart()}
`;
}

function passwords({ admin, users, replica, sentinel, role }: Choices): string {
  const rows = users.map(({ name, kind, prefix }) => `| \`${name}\` | ${kind} | \`${prefix}:*\` |\n`).join('');
  const inClear = [
    ...(replica || role === 'cluster' ? ['redis-replication.conf'] : []),
    ...(sentinel ? ['sentinel.conf'] : []),
  ];
  const kept =
    inClear.length === 0
      ? ''
      : `
Servers log in to each other with passwords in clear, in ${inClear.join(' and ')}: keep that out of version control, and
others from reading it (\`chmod 0600\`).
`;
  return `\
## Passwords

They were shown once. The files hold their SHA-256, so that a lost one is replaced, not found: as \`${admin}\`,
\`ACL SETUSER name resetpass >new-password\` and \`ACL SAVE\`. Clients log in with \`AUTH name password\`.

| User | For | Keys |
|---|---|---|
${rows}${kept}`;
}

function install({ folder, target: { product }, replica, role, sentinel }: Choices): string {
  const as = (name: string, installed = name): string =>
    `install -o root -g ${product} -m 0640 ${name} ${folder}/${installed}`;
  const main = `${product}.conf`;
  return `\
## Put the files in place

\`\`\`
${as('redis.conf', main)}
${as('users.acl')}
${[
  ...(replica ? [`# on the replica: ${as('redis-replica.conf', main)}`] : []),
  ...(replica || role === 'cluster' ? [as('redis-replication.conf')] : []),
  // Sentinel writes what it learns into its file, beside which it needs to make another one.
  ...(sentinel ? [`install -o ${product} -g ${product} -m 0600 sentinel.conf ${folder}/sentinel.conf`] : []),
  `chown -R root:${product} ${folder}/tls && chmod 0750 ${folder}/tls && chmod 0640 ${folder}/tls/*`,
  ...(sentinel ? [`install -d -o ${product} -g ${product} -m 0750 /var/lib/${product}-sentinel`] : []),
].join('\n')}
\`\`\`

The server can read these files and not change them. Where users are changed at run time (\`ACL SAVE\`), it has to own
users.acl and its folder. The other folders, /var/lib/${product} and /var/log/${product}, are its own. For systemd the snippet
\`redis-systemd\` holds it to that.
`;
}

function more({ role, replica, sentinel, address, replicaAddress, tls, ...choices }: Choices): readonly string[] {
  const steps: string[] = [];
  if ((replica || role === 'cluster') && [address, replicaAddress].some(isLoopback)) {
    const lines = role === 'cluster' ? '`bind`' : '`bind`, `replicaof` and, for Sentinel, `sentinel monitor`';
    steps.push(`- Across machines, put their addresses into the lines ${lines}: 127.0.0.1 is this machine alone.\n`);
  }
  if (role === 'cluster') {
    const bus = choices.port + 10_000;
    steps.push(`- Make the cluster once all nodes run: \`redis-cli --cluster create …\` as \`${choices.admin}\`.
- Let nobody but nodes reach port ${bus}, the cluster bus, which knows no passwords.\n`);
  }
  if (sentinel) {
    const client = hasUsers({ role, replica, sentinel, address, replicaAddress, tls, ...choices })
      ? 'Clients ask there as `sentinel-client`; `sentinel-admin` has its password in sentinel.conf.'
      : 'Clients ask there with the password in its line `requirepass`.';
    steps.push(
      `- Start Sentinels on three machines at least, each with its own copy of sentinel.conf, on port ${SENTINEL_PORT}. ${client}\n`,
    );
  }
  return steps.length === 0 ? [] : [`## More than one server\n\n${steps.join('')}`];
}

function start({ admin, port, folder, tls, address }: Choices): string {
  const keys = tls === 'mutual' ? ' --cert client.crt --key client.key' : '';
  const encryption = tls === 'none' ? '' : ` --tls --cacert ${folder}/tls/ca.crt${keys}`;
  return `\
## Start, and look

\`\`\`
redis-hardening check .
redis-cli -h ${address} -p ${port}${encryption} --user ${admin} --askpass ACL WHOAMI
\`\`\`

Without a login every command has to be answered with NOAUTH.
`;
}

function monitoring({ alerts }: Choices): string {
  const rules = alerts ? ' Its alert rules are in redis-alerts.yml.' : '';
  return `\
## Metrics

redis_exporter logs in as \`metrics\` and runs with \`--config-command=-\`, since \`CONFIG GET\` shows passwords.${rules}
`;
}

const LATER = `\
## Before it goes live

- \`maxmemory\` is 2 GB: about two thirds of what the machine has for it.
- Let a firewall or a NetworkPolicy (snippet \`redis-networkpolicy\`) keep everybody else out.
- Keep copies of the data on another machine: FLUSHALL rewrites those here at once.
`;
