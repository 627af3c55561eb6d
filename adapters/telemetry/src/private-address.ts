import ipaddr from 'ipaddr.js'

const ranges: readonly string[] = ['loopback', 'private', 'uniqueLocal', 'linkLocal']

/** Whether it is of this machine or a private network, to which figures are shown; IPv4 within IPv6 counts as IPv4. */
export function isPrivateAddress(address: string): boolean {
  return ipaddr.isValid(address) && ranges.includes(ipaddr.process(address).range())
}
