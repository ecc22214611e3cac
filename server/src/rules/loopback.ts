/** Whether a host is this machine itself, by address or by its usual name. */
export function isLoopback(host: string): boolean {
  return /^(?:127(?:\.[0-9]+){3}|::1|localhost)$/i.test(host);
}
