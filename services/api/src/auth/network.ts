import ipaddr from 'ipaddr.js'

/**
 * The neighborhood that limits count together, because one subscriber may have all of it: /24 of IPv4, /64 of IPv6. What is no
 * address is a neighborhood of its own.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  const prefix = parsed.kind() === 'ipv4' ? 24 : 64
  const bytes = parsed.toByteArray().map((byte, i) => (i < prefix / 8 ? byte : 0))
  return `${ipaddr.fromByteArray(bytes).toString()}/${prefix}`
}
