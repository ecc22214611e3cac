import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  id_ce_extKeyUsage,
  Name,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
} from '@peculiar/asn1-x509';
import { encode } from '@peculiar/utils/pem';

/** What is to be told of a certificate; one for servers and clients, of an EC key, in force in 2026, where nothing is. */
export interface Wanted {
  readonly from?: string;
  readonly until?: string;
  readonly key?: KeyPair;
  readonly usages?: readonly string[];
  readonly signature?: string;
}

/** A key, and the two notations of its private part that servers read. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly pem: string;
  readonly traditionalPem: string;
}

export const SERVER = '1.3.6.1.5.5.7.3.1';
export const CLIENT = '1.3.6.1.5.5.7.3.2';
export const SHA1_WITH_RSA = '1.2.840.113549.1.1.5';
const SHA256_WITH_ECDSA = '1.2.840.10045.4.3.2';

export function ecKey(): KeyPair {
  return pairOf(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }), 'sec1');
}

export function rsaKey(modulusLength: number): KeyPair {
  return pairOf(generateKeyPairSync('rsa', { modulusLength }), 'pkcs1');
}

/** A certificate in PEM. Its signature is none: nobody here checks it. */
export function certificate({
  from,
  until,
  key = ecKey(),
  usages,
  signature = SHA256_WITH_ECDSA,
}: Wanted = {}): string {
  const algorithm = new AlgorithmIdentifier({ algorithm: signature });
  const name = new Name([]);
  const tbsCertificate = new TBSCertificate({
    version: 2,
    serialNumber: new Uint8Array([1]).buffer,
    signature: algorithm,
    issuer: name,
    subject: name,
    validity: new Validity({ notBefore: new Date(from ?? '2026-01-01'), notAfter: new Date(until ?? '2027-12-31') }),
    subjectPublicKeyInfo: AsnConvert.parse(key.publicKey.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo),
    extensions: new Extensions(usages === undefined ? [] : [usage(usages)]),
  });
  const whole = new Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm,
    signatureValue: new Uint8Array(64).buffer,
  });
  return encode('CERTIFICATE', AsnConvert.serialize(whole));
}

function usage(usages: readonly string[]): Extension {
  const value = AsnConvert.serialize(new ExtendedKeyUsage([...usages]));
  return new Extension({ extnID: id_ce_extKeyUsage, critical: false, extnValue: new OctetString(value) });
}

function pairOf(
  { publicKey, privateKey }: { readonly publicKey: KeyObject; readonly privateKey: KeyObject },
  type: 'pkcs1' | 'sec1',
): KeyPair {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const traditionalPem = createPrivateKey(pem).export({ type, format: 'pem' }).toString();
  return { publicKey, pem, traditionalPem };
}
