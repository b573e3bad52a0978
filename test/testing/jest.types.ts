// What must compile in Jest, and what must not. Checked by the compiler; nothing here runs.

import { expect } from '@jest/globals'
import { matchers, snapshotSerializer } from 'treewire/testing'
import type { LineMatchers, Rendered } from 'treewire/testing'

declare module 'expect' {
  interface Matchers<R> extends LineMatchers<R> {}
}

export function imported(ui: Rendered): void {
  expect.extend(matchers)
  expect.addSnapshotSerializer(snapshotSerializer)
  const nothing: void = expect(ui).toEmit(['v call #3 set_text "1"'])
  expect(ui).not.toEmitAtMost(1)
  expect(ui).toBe(ui)
  // @ts-expect-error -- a list of lines
  expect(ui).toEmit('v call #3 set_text "1"')
  // @ts-expect-error -- Vitest writes it, Jest does not
  expect(ui).toMatchStream()
  return nothing
}

export function global(expected: jest.Matchers<void, Rendered>, ui: Rendered): void {
  expected.toBe(ui)
  expected.not.toEmit(['v call #3 set_text "1"'])
  // @ts-expect-error -- how many
  expected.toEmitAtMost('1')
  return expected.toEmitAtMost(1)
}

export async function awaited(expected: jest.Matchers<Promise<void>, Rendered>): Promise<void> {
  await expected.toEmit([])
}
