import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Certificates } from './certificates.js';
import { freePort } from './hardened-files.js';

/** Whom a redis_exporter asks, and as whom. */
export interface Scraped {
  /** Where the files that it needs are put. */
  readonly folder: string;
  readonly user: string;
  readonly password: string;
  readonly certificates: Certificates;
  /** TLS ports of servers on this machine. */
  readonly ports: readonly number[];
}

/** One value of a metric: `redis_errors_total{err="NOAUTH"}` is 3. */
export interface Sample {
  readonly metric: string;
  readonly labels: string;
  readonly value: number;
}

/** All that a redis_exporter makes of servers over TLS, when it may not ask for their settings. */
export async function scraped(
  program: string,
  { folder, user, password, certificates, ports }: Scraped,
): Promise<readonly Sample[]> {
  const own = await freePort();
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const args = [
    ...['-redis.user', user, '-config-command=-', '-web.listen-address', `127.0.0.1:${own}`],
    ...['-tls-ca-cert-file', await file('exporter-ca.crt', certificates.authority)],
    ...['-tls-client-cert-file', await file('exporter.crt', certificates.client.cert)],
    ...['-tls-client-key-file', await file('exporter.key', certificates.client.key)],
  ];
  // A password among the arguments could be read by everybody on the machine.
  const child = spawn(program, args, { env: { ...process.env, REDIS_PASSWORD: password }, stdio: 'ignore' });
  try {
    const samples: Sample[] = [];
    for (const port of ports) {
      const target = encodeURIComponent(`rediss://127.0.0.1:${port}`);
      samples.push(...samplesIn(await answer(`http://127.0.0.1:${own}/scrape?target=${target}`)));
    }
    // What it says of itself stands on another page.
    return [...samples, ...samplesIn(await answer(`http://127.0.0.1:${own}/metrics`))];
  } finally {
    child.kill('SIGKILL');
  }
}

/** Asks until somebody listens. */
async function answer(url: string): Promise<string> {
  for (let i = 0; ; i++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (i === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function samplesIn(text: string): readonly Sample[] {
  return [...text.matchAll(/^(\w+)(\{.*\})? (\S+)$/gm)].map(([, metric = '', labels = '', value = '']) => ({
    metric,
    labels,
    value: Number(value),
  }));
}
