// Whom a visitor is counted with. Who is given IPv6 is given a whole network of it, and may come from 2^64 addresses.

import { isIPv6 } from 'node:net'

/** The 16-bit groups that name a network; those behind them tell what is in it apart: RFC 4291 §2.5.4. */
const groupsOfNetwork = 4

/** Where addresses of the internet begin, 2000::/3. In a house each has its own, and nobody gives them away. */
const first = 0x20
const last = 0x3f

/** Of an address of the internet in IPv6 its network, as in `2001:db8:0:1::/64`; any other text as it is. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const groups = groupsOf(address)
  const start = groups[0]! >> 8
  if (start < first || start > last) return address
  const network = groups.slice(0, groupsOfNetwork).map((group) => group.toString(16))
  return `${network.join(':')}::/64`
}

function groupsOf(address: string): number[] {
  const [front = '', back = ''] = address.split('::')
  const [head, tail] = [numbersIn(front), numbersIn(back)]
  const zeros = Array<number>(8 - head.length - tail.length).fill(0)
  return [...head, ...zeros, ...tail]
}

function numbersIn(groups: string): number[] {
  return groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16))
}
