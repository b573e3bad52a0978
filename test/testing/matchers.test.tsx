// What `expect` says of a stream: in any runner, and in Vitest.

import { describe, expect, test } from 'vitest'
import { matchers, render } from 'treewire/testing'
import 'treewire/testing/vitest'
import { Counter } from './counter.tsx'

async function clicked() {
  const ui = render(<Counter />)
  ui.take()
  await ui.click('Count')
  return ui
}

const lines = ['^ callback #4 activated', 'v call #3 set_text "1"']

describe('toEmit', () => {
  test('wants exactly the lines since the last look', async () => {
    const ui = await clicked()
    expect(ui).toEmit(lines)
    expect(ui).toEmit([])
    expect(ui).not.toEmit(lines)
  })

  test('says which lines are wanted only, and which are sent only', async () => {
    const { pass, message } = matchers.toEmit(await clicked(), [lines[0]!, 'v call #3 x'])
    expect(pass).toBe(false)
    expect(message()).toBe(`The lines are not those that were wanted: - only wanted, + only sent

  ^ callback #4 activated
- v call #3 x
+ v call #3 set_text "1"`)
  })

  test('says it once: Vitest shows no difference of its own besides', async () => {
    const ui = await clicked()
    const error = thrownBy(() => expect(ui).toEmit([]))
    expect(error.message).toMatch(/only sent$/m)
    expect(error).toMatchObject({ actual: undefined, expected: undefined })
  })

  test('of a long stream it shows what is next to the difference', () => {
    const ui = render(<Counter />)
    const sent = ui.messages()
    const { message } = matchers.toEmit(ui, [...sent, 'v call #3 x'])
    expect(message().split('\n').slice(2)).toEqual([
      `  … ${sent.length - 3} lines that are in both`,
      ...sent.slice(-3).map((line) => `  ${line}`),
      '- v call #3 x',
    ])
  })

  test('says what was not wanted', async () => {
    const { message } = matchers.toEmit(await clicked(), lines)
    expect(message()).toBe(`Wanted other lines than these:\n${lines.join('\n')}`)
  })

  test('takes the naming of the screen', async () => {
    const ui = render(<Counter />, { names: 'path' })
    ui.take()
    await ui.click('Count')
    expect(ui).toEmit(['^ callback Button(Count) activated', 'v call VBox/Label set_text "1"'])
  })

  test('takes another browser of the session, too', async () => {
    const ui = await clicked()
    const other = ui.open()
    other.take()
    await ui.click('Count')
    expect(other).toEmit(['v call #3 set_text "2"'])
  })

  test.each([
    [[], 'toEmit is for what render() or its open() gives, got a list'],
    [undefined, 'toEmit is for what render() or its open() gives, got undefined'],
  ])('refuses %j', (received, reason) => {
    expect(() => matchers.toEmit(received, [])).toThrow(reason)
  })

  test('refuses a text in place of a list', async () => {
    const ui = await clicked()
    expect(() => matchers.toEmit(ui, 'v call' as never)).toThrow('toEmit needs a list of lines')
  })
})

describe('toEmitAtMost', () => {
  test('counts what went down', async () => {
    expect(await clicked()).toEmitAtMost(1)
    expect(await clicked()).not.toEmitAtMost(0)
  })

  test('says what went down', async () => {
    const { message } = matchers.toEmitAtMost(await clicked(), 0)
    expect(message()).toBe(`Wanted at most 0 messages down, there were 1:\n${lines.join('\n')}`)
  })
})

describe('toMatchStream', () => {
  test('compares with the snapshot beside it, in which widgets go by where they stand', async () => {
    const ui = await clicked()
    expect(ui).toMatchStream(`
      ^ callback Button(Count) activated
      v call VBox/Label set_text "1"
    `)
  })
})

test('a snapshot of a screen is its tree', async () => {
  const ui = await clicked()
  expect(ui).toMatchInlineSnapshot(`
    Page
      VBox
        Label text="1"
        Button(Count) text="Count"
  `)
})

function thrownBy(deed: () => unknown): Error {
  try {
    deed()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown')
}
