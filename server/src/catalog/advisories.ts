import { compareReleases } from './availability.js';
import type { Product } from './target.js';

/** When the table below was last brought up to date. */
export const ADVISORIES_AS_OF = '2026-11-23';

/** What somebody needs who uses a vulnerability. */
export type Precondition =
  | 'reach-port'
  | 'log-in'
  | 'run-lua'
  | 'restore'
  | 'tls-listener'
  | 'certificate-users'
  | 'reach-cluster-bus'
  | 'restricted-user'
  | 'local-socket';

/** A published vulnerability of the server. */
export interface Advisory {
  /** CVE number, or a few words where there is none. */
  readonly id: string;
  readonly needs: Precondition;
  /** Whether it leads to running code on the machine. */
  readonly critical: boolean;
  /** The release that brought it, where not all older ones have it. */
  readonly since: string | undefined;
  /** The first release of each line that has it mended. */
  readonly fixedIn: Readonly<Partial<Record<Product, readonly string[]>>>;
}

/**
 * The advisories that a release is open to: it is older than the first mended one of its line, or its line was given up
 * before the fault was found.
 * @param release in full, `7.2.4`; one that is no release is open to nothing
 */
export function openAdvisories(product: Product, release: string): readonly Advisory[] {
  if (!/^\d+\.\d+\.\d+$/.test(release)) return [];
  return ADVISORIES.filter((advisory) => isOpen(advisory, product, release));
}

/** The release of the same line in which all of these are mended; undefined where the line was given up. */
export function mendedRelease(product: Product, release: string, advisories: readonly Advisory[]): string | undefined {
  const fixes = advisories.map(({ fixedIn }) => fixedIn[product]?.find((fixed) => lineOf(fixed) === lineOf(release)));
  const known = fixes.filter((fixed) => fixed !== undefined);
  return known.length < fixes.length ? undefined : known.sort(compareReleases).at(-1);
}

function isOpen({ id, since, fixedIn }: Advisory, product: Product, release: string): boolean {
  if (since !== undefined && compareReleases(release, since) < 0) return false;
  const fixes = fixedIn[product] ?? [];
  const ofLine = fixes.find((fixed) => lineOf(fixed) === lineOf(release));
  if (ofLine !== undefined) return compareReleases(release, ofLine) < 0;
  // Of a line that others were mended around nothing is known, unless it was given up before.
  const givenUp = GIVEN_UP[product][lineOf(release)];
  const year = Number(id.split('-')[1]);
  return givenUp !== undefined && year >= givenUp && fixes.some((fixed) => compareReleases(release, fixed) < 0);
}

/** Lines that are mended no more, and the year of the first fault that stayed in them. */
const GIVEN_UP: Readonly<Record<Product, Readonly<Record<string, number>>>> = {
  redis: { '6.0': 2024, '7.0': 2024, '8.0': 2026 },
  valkey: {},
};

function lineOf(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}

const ADVISORIES: readonly Advisory[] = [
  advisory('CVE-2026-81934', 'tls-listener', 'critical', '6.2.24 7.2.16 7.4.11 8.2.9 8.4.6 8.6.6 8.8.2 8.10.1', ''),
  advisory('CVE-2026-56684', 'tls-listener', 'critical', '', '7.2.14 8.0.10 8.1.9 9.0.5 9.1.1'),
  advisory(
    'CVE-2026-66373',
    'restore',
    'critical',
    '7.4.10 8.2.8 8.4.5 8.6.5 8.8.0',
    '7.2.14 8.0.10 8.1.9 9.0.5 9.1.1',
  ),
  advisory('CVE-2026-23479', 'log-in', 'critical', '7.2.14 7.4.9 8.2.6 8.4.3 8.6.3', '7.2.13 8.0.8 8.1.7 9.0.4 9.1.0'),
  advisory('CVE-2026-23631', 'run-lua', 'critical', '7.2.14 7.4.9 8.2.6 8.4.3 8.6.3', '7.2.13 8.0.8 8.1.7 9.0.4 9.1.0'),
  advisory(
    'CVE-2026-25243',
    'restore',
    'critical',
    '6.2.22 7.2.14 7.4.9 8.2.6 8.4.3 8.6.3',
    '7.2.13 8.0.8 8.1.7 9.0.4 9.1.0',
  ),
  advisory('CVE-2026-25588', 'restore', 'critical', '8.2.6 8.4.3 8.6.3', '', '8.0.0'),
  advisory('CVE-2026-62356', 'restore', 'critical', '8.2.9 8.4.6 8.6.6 8.8.2 8.10.1', '', '8.0.0'),
  advisory('redis#15478', 'restricted-user', 'other', '7.4.11 8.2.9 8.4.6 8.6.6 8.8.2 8.10.0', ''),
  advisory('valkey#3971', 'restricted-user', 'other', '', '7.2.15 8.0.11 8.1.10'),
  advisory('certificate names cut at a NUL byte', 'certificate-users', 'critical', '8.6.6 8.8.2 8.10.1', '', '8.6.0'),
  advisory('GHSA-fq2f-crmw-q97r', 'reach-port', 'critical', '', '9.1.2'),
  advisory('CVE-2025-62507', 'log-in', 'critical', '8.2.3', '', '8.2.0'),
  advisory('CVE-2026-27623', 'reach-port', 'other', '', '9.0.3'),
  advisory('CVE-2025-67733', 'run-lua', 'other', '7.4.8 8.0.6 8.2.5 8.4.2 8.6.1', '7.2.12 8.0.7 8.1.6 9.0.3'),
  advisory('CVE-2026-21863', 'reach-cluster-bus', 'other', '', '7.2.12 8.0.7 8.1.6 9.0.3'),
  advisory('CVE-2025-49844', 'run-lua', 'critical', '6.2.20 7.2.11 7.4.6 8.0.4 8.2.2', '7.2.11 8.0.6 8.1.4'),
  advisory('CVE-2025-32023', 'log-in', 'critical', '6.2.19 7.2.10 7.4.5 8.0.3', '7.2.10 8.0.4 8.1.3'),
  advisory('CVE-2025-48367', 'reach-port', 'other', '6.2.19 7.2.10 7.4.5 8.0.3', '7.2.10 8.0.4 8.1.3'),
  advisory('CVE-2025-21605', 'reach-port', 'other', '6.2.18 7.2.8 7.4.3 8.0.0', '7.2.9 8.0.3 8.1.1'),
  advisory('CVE-2024-46981', 'run-lua', 'critical', '6.2.17 7.2.7 7.4.2', '8.0.2'),
  advisory('CVE-2024-31449', 'run-lua', 'critical', '6.2.16 7.2.6 7.4.1', '7.2.7 8.0.1'),
  advisory('CVE-2024-31228', 'log-in', 'other', '6.2.16 7.2.6 7.4.1', '7.2.7 8.0.1'),
  advisory('CVE-2023-41056', 'log-in', 'critical', '7.0.15 7.2.4', ''),
  advisory('CVE-2023-45145', 'local-socket', 'other', '6.2.14 7.0.14 7.2.2', ''),
  advisory('CVE-2023-41053', 'restricted-user', 'other', '7.0.13 7.2.1', ''),
  advisory('CVE-2022-24735', 'run-lua', 'other', '6.2.7 7.0.0', ''),
  advisory('CVE-2021-32626', 'run-lua', 'critical', '6.0.16 6.2.6', ''),
];

/** Release notes and advisories of both projects, gathered at the date above. */
function advisory(
  id: string,
  needs: Precondition,
  gravity: 'critical' | 'other',
  redis: string,
  valkey: string,
  since?: string,
): Advisory {
  const releases = (list: string): readonly string[] => list.split(' ').filter((release) => release !== '');
  return {
    id,
    needs,
    critical: gravity === 'critical',
    since,
    fixedIn: { redis: releases(redis), valkey: releases(valkey) },
  };
}
