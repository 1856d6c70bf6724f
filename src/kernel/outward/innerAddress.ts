/**
 * Which addresses lie inside: loopback, private networks, link local, what no public host has (IANA special-purpose registries, RFC 6890 and successors). A name that
 * an operator typed may lead there by mistake or by somebody's design, and our own request would then open what no visitor could reach.
 */
import { BlockList, isIP } from 'node:net'

const inner = new BlockList()
for (const [net, bits] of [
  ...[['0.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['100.64.0.0', 10] as const, ['127.0.0.0', 8] as const, ['169.254.0.0', 16] as const],
  ...[['172.16.0.0', 12] as const, ['192.0.0.0', 24] as const, ['192.0.2.0', 24] as const, ['192.168.0.0', 16] as const, ['198.18.0.0', 15] as const],
  ...[['198.51.100.0', 24] as const, ['203.0.113.0', 24] as const, ['224.0.0.0', 4] as const, ['240.0.0.0', 4] as const],
])
  inner.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ...[['::', 128] as const, ['::1', 128] as const, ['64:ff9b::', 96] as const, ['100::', 64] as const, ['2001:db8::', 32] as const],
  ...[['fc00::', 7] as const, ['fe80::', 10] as const, ['ff00::', 8] as const],
])
  inner.addSubnet(net, bits, 'ipv6')

/** An IPv4 address in IPv6 clothes is looked at as what it is; what is no address at all counts as inside. */
export function isInner(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  const family = isIP(mapped ?? plain)
  if (family === 0 || /^::ffff:/i.test(plain) !== (mapped !== undefined)) return true
  return inner.check(mapped ?? plain, family === 4 ? 'ipv4' : 'ipv6')
}
