/** Whether a numeric address is one of the internet, and not set aside for private networks, this machine or documentation. */
export function isPublicAddress(host: string): boolean {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(host)?.slice(1).map(Number);
  // Global unicast, without the addresses of documentation.
  if (parts === undefined) return /^[23][0-9a-f]{3}:/i.test(host) && !/^2001:0?db8:/i.test(host);
  const [a = 0, b = 0] = parts;
  const isPrivate = a === 10 || a === 127 || a === 0 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
  return !isPrivate && !(a === 169 && b === 254) && !(a === 100 && b >= 64 && b <= 127) && a < 224;
}
