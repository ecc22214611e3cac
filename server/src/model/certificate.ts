import { ECPrivateKey } from '@peculiar/asn1-ecc';
import { PrivateKeyInfo } from '@peculiar/asn1-pkcs8';
import { RSAPrivateKey, RSAPublicKey } from '@peculiar/asn1-rsa';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  ExtendedKeyUsage,
  id_ce_extKeyUsage,
  id_kp_clientAuth,
  id_kp_serverAuth,
  type SubjectPublicKeyInfo,
  Certificate as X509Certificate,
} from '@peculiar/asn1-x509';
import { findAll } from '@peculiar/utils/pem';

/** What is to be known of a certificate without asking anybody: who may use it for what, and until when. */
export interface Certificate {
  /** Milliseconds since 1970, in UTC. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** What the private key has to yield, see `publicPartOf`; undefined for other kinds than RSA and EC. */
  readonly publicPart: string | undefined;
  /** The length of an RSA key; undefined for any other. */
  readonly rsaBits: number | undefined;
  /** Whether it is signed over a digest that can be forged. */
  readonly signedWeakly: boolean;
  /** What its owner may be towards a peer; both where nothing is said. */
  readonly mayServe: boolean;
  readonly mayBeClient: boolean;
}

/**
 * The first certificate of a PEM file, which is the one that the server shows (`SSL_CTX_use_certificate_chain_file`).
 * @returns undefined for a file without any, or with one that cannot be read
 */
export function certificateIn(pem: string): Certificate | undefined {
  return parsed(() => {
    const [block] = findAll(pem, 'CERTIFICATE');
    return block && described(AsnConvert.parse(block.data, X509Certificate));
  });
}

/**
 * Of a private key in PEM only what its certificate shows to everyone: the modulus of RSA, the point of EC.
 * @returns undefined for a key that is encrypted, of another kind, or does not hold its public part
 */
export function publicPartOf(pem: string): string | undefined {
  return parsed(() => {
    const [rsa] = findAll(pem, 'RSA PRIVATE KEY');
    if (rsa !== undefined) return rsa.headers === undefined ? modulusOf(rsa.data) : undefined;
    const [ec] = findAll(pem, 'EC PRIVATE KEY');
    if (ec !== undefined) return ec.headers === undefined ? pointOf(ec.data) : undefined;
    const [block] = findAll(pem, 'PRIVATE KEY');
    if (block === undefined) return undefined;
    const { privateKey, privateKeyAlgorithm } = AsnConvert.parse(block.data, PrivateKeyInfo);
    const isEc = privateKeyAlgorithm.algorithm === EC_KEY;
    if (!isEc && privateKeyAlgorithm.algorithm !== RSA_KEY) return undefined;
    const bytes = new Uint8Array(privateKey.buffer);
    return isEc ? pointOf(bytes) : modulusOf(bytes);
  });
}

function described({ tbsCertificate, signatureAlgorithm }: X509Certificate): Certificate {
  const { validity, subjectPublicKeyInfo, extensions = [] } = tbsCertificate;
  const usage = extensions.find(({ extnID }) => extnID === id_ce_extKeyUsage);
  const purposes = usage && [...AsnConvert.parse(usage.extnValue.buffer, ExtendedKeyUsage)];
  const may = (purpose: string): boolean => purposes?.some((given) => given === purpose || given === ANY_USE) ?? true;
  const modulus = rsaModulus(subjectPublicKeyInfo);
  return {
    notBefore: validity.notBefore.getTime().getTime(),
    notAfter: validity.notAfter.getTime().getTime(),
    publicPart: modulus ?? ecPoint(subjectPublicKeyInfo),
    rsaBits: modulus === undefined ? undefined : bitLength(modulus),
    signedWeakly: WEAK_SIGNATURES.has(signatureAlgorithm.algorithm),
    mayServe: may(id_kp_serverAuth),
    mayBeClient: may(id_kp_clientAuth),
  };
}

function rsaModulus({ algorithm, subjectPublicKey }: SubjectPublicKeyInfo): string | undefined {
  return algorithm.algorithm === RSA_KEY
    ? hexadecimal(AsnConvert.parse(subjectPublicKey, RSAPublicKey).modulus)
    : undefined;
}

function ecPoint({ algorithm, subjectPublicKey }: SubjectPublicKeyInfo): string | undefined {
  return algorithm.algorithm === EC_KEY ? hexadecimal(subjectPublicKey) : undefined;
}

function modulusOf(key: Uint8Array): string {
  return hexadecimal(AsnConvert.parse(key, RSAPrivateKey).modulus);
}

function pointOf(key: Uint8Array): string | undefined {
  const { publicKey } = AsnConvert.parse(key, ECPrivateKey);
  return publicKey && hexadecimal(publicKey);
}

/** Without the zeros in front, by which numbers are kept from looking negative. */
function hexadecimal(bytes: ArrayBuffer): string {
  const digits = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^0+/, '');
}

function bitLength(hexadecimal: string): number {
  return BigInt(`0x${hexadecimal}`).toString(2).length;
}

/** What is no certificate after all is the server's business. */
function parsed<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const RSA_KEY = '1.2.840.113549.1.1.1';
const EC_KEY = '1.2.840.10045.2.1';
const ANY_USE = '2.5.29.37.0';

/** Signatures over MD2, MD5 and SHA-1, with RSA, DSA and ECDSA. */
const WEAK_SIGNATURES: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10040.4.3',
  '1.2.840.10045.4.1',
]);
