/** Whether a path is where operating systems keep the certificate authorities that browsers trust. */
export function isPublicAuthority(path: string): boolean {
  return PUBLIC.test(path);
}

const PUBLIC =
  /^\/etc\/ssl\/certs\/?$|^\/etc\/pki\/|^\/usr\/share\/ca-certificates|^\/etc\/ssl\/cert\.pem$|(?:^|\/)(?:ca-certificates\.crt|ca-bundle\.(?:crt|pem|trust\.crt)|cacert\.pem|tls-ca-bundle\.pem)$/;
