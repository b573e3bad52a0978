import { expect, test } from 'vitest'
import { networkOf } from '../../src/session/network-of.ts'

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8::5:6:7:8:9', '2001:db8:0:5::/64'],
  ['3fff:1:2:3:4:5:192.0.2.1', '3fff:1:2:3::/64'],
  // Those of a house, of a line and of this machine.
  ['fd00::1', 'fd00::1'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  ['::1', '::1'],
  ['64:ff9b::192.0.2.1', '64:ff9b::192.0.2.1'],
  ['192.0.2.1', '192.0.2.1'],
  ['', ''],
])('%s is counted as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
