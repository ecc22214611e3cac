import { CERTIFICATE_FILES, type CertificateFile } from '../model/beside.js';
import type { Project } from '../model/project.js';
import { decidedValue } from './decided-value.js';
import { defineRule, type Severity } from './define.js';

export default defineRule({
  id: 'unfit-certificate',
  aliases: ['tls-certificate-file-problem'],
  kind: 'safety',
  severity: { production: 'error', development: 'off' },
  tags: ['tls', 'files'],
  summary: 'A certificate is over, soon will be, does not go with its key, or is not made for what it is used for.',
  rationale:
    'A server starts with a certificate that is over, and logs nothing; whoever checks it, turns away: clients, replicas, ' +
    'Sentinels. Replicas, nodes of a cluster and Sentinels show the certificate of the server to their peers too, where ' +
    'tls-client-cert-file names no other, and peers refuse one that is made for servers only. With the key of another ' +
    'certificate no server starts. From 7.0 on a new pair is loaded without a restart by one CONFIG SET that names both ' +
    'tls-cert-file and tls-key-file.',
  silentWhen:
    'The file was not looked at, or TLS is on nowhere. Of a key only its public part is compared, and of an encrypted one nothing.',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/',
    'CWE-298',
    'CWE-326',
  ],
  example: {
    bad: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file redis.crt
      #               ^^^^^^^^^ the certificate ended on 2021-01-31, and whoever checks it turns away: replace it
        tls-key-file redis.key
        tls-ca-cert-file ca.crt
        -- redis.crt --
        -----BEGIN CERTIFICATE-----
        MIIBDDCBs6ADAgECAgEBMAoGCCqGSM49BAMCMBAxDjAMBgNVBAMMBXJlZGlzMB4X
        DTIwMDEzMTAwMDAwMFoXDTIxMDEzMTAwMDAwMFowEDEOMAwGA1UEAwwFcmVkaXMw
        WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARZIi/RGy9o77u1FzGSb7sGygPK1nKp
        2ouLW8Cv1ajjmE8jCTPrpzGgsStvJp0AKBeZwe26DlHdm3LL6SU8jBRxMAoGCCqG
        SM49BAMCA0gAMEUCIQDbVy2uzkBndov3uOeSx63+LUCSRq05RBmyhA4v9E+QbwIg
        Rm0dZhlhiHBJkE/nBKmFTAMctuA4joUeFksR9HaH/X4=
        -----END CERTIFICATE-----
    `,
    good: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file redis.crt
        tls-key-file redis.key
        tls-ca-cert-file ca.crt
        -- redis.crt --
        -----BEGIN CERTIFICATE-----
        MIIBDTCBs6ADAgECAgEBMAoGCCqGSM49BAMCMBAxDjAMBgNVBAMMBXJlZGlzMB4X
        DTIxMDEzMTAwMDAwMFoXDTQ5MTIzMTAwMDAwMFowEDEOMAwGA1UEAwwFcmVkaXMw
        WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASuibjoQf/244Pzj2lI6HM6imqU4r8b
        Olabsc210hZaAO4ukSACgZ6uItM/bZuv8djDJv0XgLBxJmTGu3afuY3ZMAoGCCqG
        SM49BAMCA0kAMEYCIQDbzDzAJOHCeMvq/Yovp3Se+Wu/9LzwtrOUOyeB+jGN/gIh
        AKNdHABd70cTBkvbqJJgz3HNu4cMXexZvI1Mej5uSjkD
        -----END CERTIFICATE-----
    `,
  },

  project({ project, now }, report) {
    const { settings, reach, beside } = project;
    const talksToPeers = settings.isOn('tls-replication') || settings.isOn('tls-cluster');
    if (reach.tls === 'none' && !talksToPeers) return;
    for (const [directive] of CERTIFICATE_FILES) {
      const file = beside.certificates.get(directive);
      const decided = decidedValue(project, directive);
      if (file === undefined || decided === undefined) continue;
      const faults = [...faultsOf(file, now), ...misuses(file, directive, project)];
      for (const { message, severity } of faults) report(decided.at, message, { severity });
    }
  },
});

interface Fault {
  readonly severity: Severity;
  readonly message: string;
}

function* faultsOf({ certificate, hasItsKey }: CertificateFile, now: number): Generator<Fault> {
  const { notBefore, notAfter, rsaBits, signedWeakly } = certificate;
  if (notAfter < now) {
    const message = `the certificate ended on ${day(notAfter)}, and whoever checks it turns away: replace it`;
    yield { severity: 'error', message };
  } else if (notBefore > now) {
    const message = `the certificate begins on ${day(notBefore)}, and whoever checks it turns away until then: replace it`;
    yield { severity: 'error', message };
  } else if (notAfter < now + SOON) {
    yield { severity: 'warning', message: `the certificate ends on ${day(notAfter)}: renew it before` };
  }
  if (hasItsKey === false) {
    yield {
      severity: 'error',
      message: 'the key file holds the key of another certificate, and the server does not start: name the one of this',
    };
  }
  if (rsaBits !== undefined && rsaBits < LEAST_BITS) {
    const message = `a key of ${rsaBits} bits can be broken, and many servers refuse it: make one of ${LEAST_BITS} or more`;
    yield { severity: 'warning', message };
  }
  if (signedWeakly) {
    const message = 'its signature can be forged, and many servers refuse it: have it signed with SHA-256';
    yield { severity: 'warning', message };
  }
}

function* misuses({ certificate }: CertificateFile, directive: string, { settings }: Project): Generator<Fault> {
  const isOfClient = directive === 'tls-client-cert-file';
  if (!isOfClient && !certificate.mayServe) {
    yield { severity: 'warning', message: 'clients refuse a certificate that is not made for servers: add serverAuth' };
  }
  const hasOther = settings.text('tls-client-cert-file') !== '';
  const goesOut = settings.isOn('tls-replication') || settings.isOn('tls-cluster');
  if (!certificate.mayBeClient && goesOut && (isOfClient || !hasOther)) {
    const other = isOfClient ? '' : ', or name another with tls-client-cert-file';
    const message = `peers refuse a certificate that is not made for clients when this server connects to them: add clientAuth${other}`;
    yield { severity: 'warning', message };
  }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Three weeks: whoever renews by a program has done so by then. In milliseconds. */
const SOON = 21 * 24 * 60 * 60 * 1000;

const LEAST_BITS = 2048;
