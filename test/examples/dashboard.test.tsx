// The dashboard: what is entered, asked, chosen and let go, and what that costs.

import { afterEach, expect, test } from 'vitest'
import { render } from 'treewire/testing'
import { App } from '../../examples/dashboard/app.tsx'
import { add, checkAll, sites } from '../../examples/dashboard/checks.ts'

// Nobody answers there, and nothing is sent to find out: it is a port that is not asked.
const nowhere = 'http://127.0.0.1:1/'

afterEach(() => {
  sites.value = []
})

test('an address is watched when it is one, and only once', async () => {
  const screen = render(<App />)
  await expect(screen.fire('Watch', 'activated')).rejects.toThrow('disabled')
  await screen.fire({ label: 'Address' }, 'modified', 'example.com')
  expect(screen.find({ label: 'Address' }).state.get('error')).toBe(
    'Begin with http:// or https://',
  )
  for (let times = 0; times < 2; times++) {
    await screen.fire({ label: 'Address' }, 'activated', nowhere)
  }
  expect(sites.value.map(({ url }) => url)).toEqual([nowhere])
})

test('a check costs each session what has changed in the table, and one point', async () => {
  const time = Date.now() - 1000
  sites.value = [{ url: nowhere, checks: [{ time, milliseconds: 4 }] }]
  const screen = render(<App />)
  screen.take()
  await checkAll()
  await screen.settled()
  expect(screen.take().map((line) => line.replace(/\d{10,}/, 'now'))).toEqual([
    `v call #9 patch_rows {"cells":{"${nowhere}":{"state":"down","last":null,"share":50}}}`,
    'v call #10 append [[[now,null]]] 2',
  ])
})

test('a site that is chosen is let go when that is confirmed', async () => {
  add(nowhere)
  const screen = render(<App />)
  const selected = [{ path: [nowhere], values: null }]
  await screen.fire({ type: 'TableView' }, 'selected', selected)
  await screen.fire('Stop watching …', 'activated')
  await screen.fire('Cancel', 'activated')
  expect(sites.value).toHaveLength(1)
  await screen.fire('Stop watching …', 'activated')
  await screen.fire('Stop', 'activated')
  expect(sites.value).toHaveLength(0)
  expect(screen.errors()).toEqual([])
})
