// What waits for the end of the flush: who is told what, in which frames, and which id acknowledges them.

import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { decodeServerFrame } from 'treewire/protocol'
import { lineOf } from 'treewire/testing'
import type { Frame } from '../../src/protocol/bytes.ts'
import { everybody, isFor } from '../../src/reconciler/host.ts'
import type { Audience, Viewer } from '../../src/reconciler/host.ts'
import { Outbox } from '../../src/session/outbox.ts'
import type { Numbering } from '../../src/session/outbox.ts'
import { framesIn } from '../../src/session/parcel.ts'
import type { Parcel } from '../../src/session/parcel.ts'

let outbox: Outbox
let ids: Numbering

beforeEach(() => {
  outbox = new Outbox()
  ids = { last: 0 }
})

/** Sets the text of widget 1. */
function say(text: string, audience: Audience = everybody): void {
  outbox.to(audience).call(1, 'set_text', JSON.stringify([text]))
}

function ask(viewer: Viewer, wid = 1): { id: number | undefined } {
  const asked: { id: number | undefined } = { id: undefined }
  const onId = (id: number): void => {
    asked.id = id
  }
  outbox.ask({ call: { wid, method: 'get_text', args: [] }, onId }, viewer)
  return asked
}

function picture(bytes: Uint8Array, audience: Audience = everybody): void {
  outbox.callWith(bytes, { wid: 1, method: 'set_binary_image', args: ['png'] }, audience)
}

function take(...viewers: readonly Viewer[]): readonly Parcel[] {
  return outbox.take(new Set(viewers), ids)
}

const linesIn = (parcel: Parcel): string[] =>
  framesIn(parcel).flatMap((frame) =>
    typeof frame === 'string'
      ? decodeServerFrame(frame).map((message) => lineOf('v', message))
      : [`<${frame.length} bytes>`],
  )

/** By viewer, what all its parcels say. */
function told(...viewers: readonly Viewer[]): Map<Viewer, string[]> {
  const parcels = take(...viewers)
  const linesFor = (viewer: Viewer): string[] =>
    parcels.filter(({ viewers: to }) => to.has(viewer)).flatMap(linesIn)
  return new Map(viewers.map((viewer) => [viewer, linesFor(viewer)]))
}

describe('what is for everybody', () => {
  test('is one text for all, with one id, on its last message', () => {
    say('a')
    say('b')
    const content =
      '[{"type":"call","wid":1,"method":"set_text","args":["a"]},{"type":"call","wid":1,"method":"set_text","args":["b"],"id":1}]'
    const viewers = new Set([0, 1, 5])
    expect(take(0, 1, 5)).toEqual([{ viewers, id: 1, content, bytes: content.length }])
    expect(ids.last).toBe(1)
  })

  test('is for nobody when nobody is there, and takes no id', () => {
    say('a')
    expect(take()).toEqual([])
    expect([ids.last, take(0)]).toEqual([0, []])
  })

  test('has nothing until something is written, and again when it is taken', () => {
    expect(take(0)).toEqual([])
    say('a')
    expect(take(0)).toHaveLength(1)
    expect(take(0)).toEqual([])
  })

  test('says what is for the page as a whole among the other messages', () => {
    say('a')
    outbox.to(everybody).say({ type: 'set-default-font', font: null })
    say('b')
    expect(told(0).get(0)).toEqual([
      'v call #1 set_text "a"',
      'v set-default-font null',
      'v call #1 set_text "b"',
    ])
  })
})

describe('an audience', () => {
  test('hears what is for it, in the order in which it was said', () => {
    say('all')
    say('only 1', { only: 1 })
    say('not 1', { except: 1 })
    say('all again')
    expect(told(0, 1, 2)).toEqual(
      new Map([
        [0, lines('all', 'not 1', 'all again')],
        [1, lines('all', 'only 1', 'all again')],
        [2, lines('all', 'not 1', 'all again')],
      ]),
    )
  })

  test('that hears nothing gets no frame', () => {
    say('only 1', { only: 1 })
    expect(take(0, 1).map(({ viewers }) => viewers)).toEqual([new Set([1])])
    expect(ids.last).toBe(1)
  })

  test('is told in one frame with one id each, whatever stands between', () => {
    say('all')
    say('not 0', { except: 0 })
    say('all again')
    const parcels = take(0, 1)
    expect(parcels.map((parcel) => [parcel.id, framesIn(parcel).length])).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('silence is of the message, not of those who are told', () => {
    say('loud', { except: 0 })
    outbox.to({ except: 0, isSilent: true }).callSilently(1, 'set_text', '["soft"]')
    expect(told(1).get(1)).toEqual([
      'v call #1 set_text "loud"',
      'v call #1 set_text "soft" silently',
    ])
  })

  test('hears the same as if each viewer had a list of its own', () => {
    const viewer = fc.integer({ min: 0, max: 3 })
    const audience: fc.Arbitrary<Audience> = fc.oneof(
      fc.constant(everybody),
      fc.record({ only: viewer }),
      fc.record({ except: viewer }),
    )
    const steps = fc.array(fc.record({ to: audience, isBytes: fc.boolean() }), { maxLength: 20 })
    fc.assert(
      fc.property(steps, (all) => {
        outbox = new Outbox()
        all.forEach(({ to, isBytes }, at) => {
          if (isBytes) picture(Uint8Array.of(at), to)
          else say(`${at}`, to)
        })
        const heard = told(0, 1, 2, 3)
        for (const [one, found] of heard) {
          const wanted = all.flatMap(({ to, isBytes }, at) => {
            if (!isFor(to, one)) return []
            if (!isBytes) return lines(`${at}`)
            return ['v binary-call #1 set_binary_image "png"', '<1 bytes>']
          })
          expect(found).toEqual(wanted)
        }
      }),
    )
  })

  function lines(...texts: readonly string[]): string[] {
    return texts.map((text) => `v call #1 set_text "${text}"`)
  }
})

describe('a frame of text', () => {
  test.each<[string, () => void, readonly Told[]]>([
    ['one run for all', () => say('a'), [[[0, 1], 1, 'a']]],
    ['one run for one', () => say('a', { only: 1 }), [[[1], 1, 'a']]],
    ['one run for all but one', () => say('a', { except: 1 }), [[[0], 1, 'a']]],
    ['one run for one that is not there', () => say('a', { only: 7 }), []],
    [
      'several runs, of which one is for one',
      () => sayTo(everybody, { only: 1 }, everybody),
      [
        [[0], 1, 'a', 'c'],
        [[1], 2, 'a', 'b', 'c'],
      ],
    ],
    [
      'several runs, of which each viewer hears one',
      () => sayTo({ only: 0 }, { only: 1 }),
      [
        [[0], 1, 'a'],
        [[1], 2, 'b'],
      ],
    ],
    [
      'two runs for all around a question to one',
      () => {
        say('a')
        ask(1)
        say('b')
      },
      [
        [[0], 1, 'a', 'b'],
        [[1], 3, 'a', 'b'],
      ],
    ],
    [
      'two runs for all around bytes',
      () => {
        say('a')
        picture(Uint8Array.of(1))
        say('b')
      },
      [
        [[0, 1], 1, 'a'],
        [[0, 1], 2],
        [[0, 1], 3, 'b'],
      ],
    ],
  ])('has all that one viewer is told in a row: %s', (_, act, expected) => {
    act()
    expect(take(0, 1).map(toldBy)).toEqual(expected)
    expect(ids.last).toBe(expected.at(-1)?.[1] ?? 0)
  })

  test('is the JSON of its messages with the id in the last, in one run or in many, short or long', () => {
    const audience = fc.constantFrom<Audience>(everybody, { only: 0 }, { except: 1 })
    const step = fc.record({ to: audience, length: fc.constantFrom(0, 1, 9_000, 40_000) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        outbox = new Outbox()
        for (const { to, length } of steps) say('x'.repeat(length), to)
        const parcels = take(0)
        const messages = steps.map(({ length }) => ({
          type: 'call',
          wid: 1,
          method: 'set_text',
          args: ['x'.repeat(length)],
        }))
        const framed = [...messages.slice(0, -1), { ...messages.at(-1), id: ids.last }]
        const content = JSON.stringify(framed)
        expect(parcels).toMatchObject([{ id: ids.last, content, bytes: content.length }])
      }),
    )
  })

  /** What a parcel says to whom: the texts in it. */
  type Told = readonly [to: readonly Viewer[], id: number, ...texts: readonly string[]]

  function toldBy(parcel: Parcel): Told {
    return [[...parcel.viewers], parcel.id, ...textsIn(framesIn(parcel)[0]!)]
  }

  /** The texts that are set in it; none where it speaks of bytes. */
  function textsIn(frame: Frame): string[] {
    return decodeServerFrame(frame as string).flatMap((message) =>
      message.type === 'call' && message.method === 'set_text' ? [message.args![0] as string] : [],
    )
  }

  /** Says "a" to the first, "b" to the next, and so on. */
  function sayTo(...audiences: readonly Audience[]): void {
    audiences.forEach((audience, at) => say('abc'[at]!, audience))
  }
})

describe('a question', () => {
  test('has an id of its own, told when it is sent, which is that of the frame where it is the last', () => {
    say('a')
    const asked = ask(0)
    expect(asked.id).toBeUndefined()
    expect(take(0)).toMatchObject([
      {
        id: 1,
        content:
          '[{"type":"call","wid":1,"method":"set_text","args":["a"]},{"type":"call","wid":1,"method":"get_text","args":[],"id":1}]',
      },
    ])
    expect(asked.id).toBe(1)
  })

  test('in front of others leaves the frame its own id, which is higher', () => {
    const [first, second] = [ask(0), ask(0, 2)]
    say('a')
    const [parcel] = take(0) as [Parcel]
    const ids = (JSON.parse(parcel.content as string) as { id?: number }[]).map(({ id }) => id)
    expect([first.id, second.id, ids, parcel.id]).toEqual([1, 2, [1, 2, 3], 3])
  })

  test('goes to one viewer', () => {
    ask(1)
    expect(told(0, 1)).toEqual(
      new Map([
        [0, []],
        [1, ['v call #1 get_text']],
      ]),
    )
  })

  test('of a viewer that is not there any more is not sent, and has no id', () => {
    const asked = ask(1)
    expect([take(0), asked.id]).toEqual([[], undefined])
  })
})

describe('a call with bytes', () => {
  test('carries an id, and stands between what is said before it and what is said after', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    say('a')
    picture(bytes)
    say('b')
    expect(take(0)).toMatchObject([
      { id: 1, content: '[{"type":"call","wid":1,"method":"set_text","args":["a"],"id":1}]' },
      {
        id: 2,
        bytes: 83,
        content: [
          '{"type":"binary-call","id":2,"wid":1,"method":"set_binary_image","args":["png"]}',
          bytes,
        ],
      },
      { id: 3, content: '[{"type":"call","wid":1,"method":"set_text","args":["b"],"id":3}]' },
    ])
  })

  test('behind another has an id of its own', () => {
    picture(Uint8Array.of(1))
    picture(Uint8Array.of(2))
    expect(take(0).map(({ id, content }) => [id, content[1]])).toEqual([
      [1, Uint8Array.of(1)],
      [2, Uint8Array.of(2)],
    ])
  })

  test('in pieces has a number of transfer that no other outbox of the session gives', () => {
    const sibling = new Outbox(outbox)
    const large = new Uint8Array(3_000_000)
    picture(large)
    sibling.callWith(large, { wid: 1, method: 'set_binary_image', args: [] }, everybody)
    const headers = [take(0), sibling.take(new Set([0]), ids)].map(
      ([parcel]) => JSON.parse(parcel!.content[0] as string) as object,
    )
    expect(headers).toMatchObject([
      { type: 'binary-call-chunked', transfer_id: 1 },
      { type: 'binary-call-chunked', transfer_id: 2 },
    ])
  })

  test('of numbers that the wire has no name for is refused at once', () => {
    expect(() => picture(new BigInt64Array(1) as never)).toThrow(TypeError)
    expect(take(0)).toEqual([])
  })
})

describe('what was heard of a viewer', () => {
  test('stands in front of what is said knowing it, and is told to that viewer alone', () => {
    say('before')
    outbox.heard(0, 7)
    say('after')
    expect(told(0, 1)).toEqual(
      new Map([
        [0, ['v call #1 set_text "before"', 'v heard 7', 'v call #1 set_text "after"']],
        [1, ['v call #1 set_text "before"', 'v call #1 set_text "after"']],
      ]),
    )
  })

  test.each<[string, () => void]>([
    ['a call with bytes', () => picture(Uint8Array.of(1))],
    ['a question', () => void ask(0)],
    ['what is for that viewer alone', () => say('a', { only: 0 })],
  ])('stands in front of %s too', (_, act) => {
    outbox.heard(0, 3)
    act()
    expect([told(0).get(0)![0], outbox.unsaid(0)]).toEqual(['v heard 3', 0])
  })

  test.each<[string, () => void]>([
    ['a text', () => say('a', { except: 0 })],
    ['a call with bytes', () => picture(Uint8Array.of(1), { except: 0 })],
    ['a question', () => void ask(1)],
  ])('waits while others are told: %s', (_, act) => {
    outbox.heard(0, 3)
    act()
    expect([told(0, 1).get(0), outbox.unsaid(0)]).toEqual([[], 1])
    outbox.heard(0, 4)
    say('b')
    expect(told(0, 1)).toEqual(
      new Map([
        [0, ['v heard 4', 'v call #1 set_text "b"']],
        [1, ['v call #1 set_text "b"']],
      ]),
    )
  })

  test('is told to those alone who are spoken to', () => {
    outbox.heard(0, 1)
    outbox.heard(1, 9)
    say('a', { only: 1 })
    expect(told(0, 1)).toEqual(
      new Map([
        [0, []],
        [1, ['v heard 9', 'v call #1 set_text "a"']],
      ]),
    )
    expect([outbox.unsaid(0), outbox.unsaid(1)]).toEqual([1, 0])
  })

  test('is said once for many, the last of them', () => {
    outbox.heard(0, 1)
    outbox.heard(0, 2)
    outbox.heard(1, 9)
    say('a')
    say('b')
    expect(told(0, 1)).toEqual(
      new Map([
        [0, ['v heard 2', 'v call #1 set_text "a"', 'v call #1 set_text "b"']],
        [1, ['v heard 9', 'v call #1 set_text "a"', 'v call #1 set_text "b"']],
      ]),
    )
  })

  test('is no message by itself: it waits for one, or until it is said', () => {
    outbox.heard(0, 1)
    outbox.heard(0, 2)
    expect([outbox.unsaid(0), outbox.unsaid(1)]).toEqual([2, 0])
    outbox.sayHeard()
    expect([outbox.unsaid(0), told(0).get(0)]).toEqual([0, ['v heard 2']])
  })

  test('carries the id of the frame when it is the last', () => {
    outbox.heard(0, 4)
    outbox.sayHeard()
    expect(take(0)).toMatchObject([{ id: 1, content: '[{"type":"heard","count":4,"id":1}]' }])
  })

  test('is forgotten with the viewer', () => {
    outbox.heard(0, 4)
    outbox.forget(0)
    say('a')
    expect([outbox.unsaid(0), told(0).get(0)]).toEqual([0, ['v call #1 set_text "a"']])
  })
})
