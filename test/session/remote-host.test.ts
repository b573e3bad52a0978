// The six verbs of the reconciler, and the messages they become.

import { beforeEach, describe, expect, test } from 'vitest'
import { decodeServerFrame } from 'treewire/protocol'
import { lineOf } from 'treewire/testing'
import type { Json } from '../../src/protocol/messages.ts'
import type { Handler, Viewer, Widget } from '../../src/reconciler/host.ts'
import type { Numbering } from '../../src/session/outbox.ts'
import type { Parcel } from '../../src/session/parcel.ts'
import { numberOf } from '../../src/session/browser-made.ts'
import { newWidget, RemoteHost } from '../../src/session/remote-host.ts'
import { widgetClass } from '../../src/widgets/catalog.ts'

let host: RemoteHost
let viewers: Set<Viewer>
/** Those made here, by number. */
let widgets: Map<number, Widget>
/** What the reconciler answers when it is asked who hears a widget of JSX, by number and action. */
let handlers: Map<string, Handler>
let ids: Numbering

beforeEach(() => {
  viewers = new Set([0])
  widgets = new Map()
  handlers = new Map()
  host = new RemoteHost(viewers, ({ wid }, action) => handlers.get(`${wid} ${action}`))
  ids = { last: 0 }
})

function linesOf(parcels: readonly Parcel[], viewer: Viewer): string[] {
  return parcels
    .filter(({ viewers: to }) => to.has(viewer))
    .flatMap(({ content }) => decodeServerFrame(content as string))
    .map((message) => lineOf('v', message))
}

/** The messages since they were taken last, as lines. */
function take(): string[] {
  return linesOf(host.take(ids), 0)
}

/** What a viewer that knows nothing is told by `tell`. */
function retold(viewer: Viewer, tell: () => void): string[] {
  return linesOf(host.retell(viewer, tell, ids), viewer)
}

/** Makes widgets, as `session.create` does; again when they are there, for a viewer that is told anew. */
function make(className: string, ...wids: readonly number[]): void {
  for (const wid of wids) {
    if (!widgets.has(wid)) widgets.set(wid, newWidget(wid, widgetClass(className)))
    host.create(at(wid), [])
  }
}

/** Makes a widget as the reconciler does, which is asked who hears it. */
function makeByJsx(className: string, wid: number): void {
  const { listeners: _, ...widget } = newWidget(wid, widgetClass(className))
  widgets.set(wid, widget)
  host.create(widget, [])
}

function at(wid: number): Widget {
  return widgets.get(wid)!
}

function insert(
  parent: number | undefined,
  child: number,
  before?: number,
  placement: readonly Json[] = [],
): void {
  host.insert(parent === undefined ? undefined : at(parent), at(child), before, placement)
}

function call(wid: number, method: string, ...args: readonly Json[]): void {
  host.call(at(wid), method, args)
}

/** A box 1 with as many labels, 2 and up, all told. */
function boxOf(count: number): void {
  make('VBox', 1)
  for (let wid = 2; wid < 2 + count; wid++) {
    make('Label', wid)
    insert(1, wid)
  }
  take()
}

const ignore = (): void => {}

describe('a verb becomes a message', () => {
  test('create', () => {
    host.create(newWidget(1, widgetClass('Label')), ['a', { tone: 'danger' }])
    expect(take()).toEqual(['v create #1 Label "a" {"tone":"danger"}'])
  })

  test('call', () => {
    make('Label', 1)
    take()
    call(1, 'set_text', '"quoted"\n\u2028')
    expect(take()).toEqual([String.raw`v call #1 set_text "\"quoted\"\n${'\u2028'}"`])
  })

  test.each([
    ['VBox', [], 'v call #1 add_widget #2'],
    ['VBox', [2], 'v call #1 add_widget #2 2'],
    ['GridBox', [0, 1], 'v call #1 add_widget #2 0 1'],
    ['TabWidget', [{ title: 'a' }], 'v call #1 add_widget #2 {"title":"a"}'],
    ['Frame', [], 'v call #1 set_widget #2'],
    ['TopLevel', [], 'v call #1 set_widget #2'],
  ])('insert into a %s, with the placement %j', (className, placement, line) => {
    make(className, 1)
    make('Label', 2)
    take()
    insert(1, 2, undefined, placement)
    expect(take()).toEqual([line])
  })

  test('insert in front of a sibling', () => {
    boxOf(1)
    make('Label', 9)
    take()
    insert(1, 9, 2, [3])
    expect(take()).toEqual(['v call #1 insert_before #9 #2 3'])
  })

  test.each([
    ['TopLevel', 'v call #1 show'],
    ['Page', 'v call #1 show'],
    ['Dialog', 'v call #1 popup'],
  ])('insert of a %s into the page', (className, line) => {
    make(className, 1)
    take()
    insert(undefined, 1)
    expect(take()).toEqual([line])
  })

  test('a move is one insert', () => {
    boxOf(3)
    insert(1, 4, 2)
    expect(take()).toEqual(['v call #1 insert_before #4 #2'])
  })

  test('listen is said once, then the handler is swapped', () => {
    make('Button', 1)
    take()
    const [first, second] = [() => {}, () => {}]
    host.listenByHand(1, 'activated', first)
    host.listenByHand(1, 'activated', second)
    expect(take()).toEqual(['v listen #1 activated'])
    expect(host.handlerFor(1, 'activated')).toBe(second)
  })

  test('listen of a widget of JSX, whose handler is asked for with each event', () => {
    makeByJsx('Button', 1)
    take()
    host.listen(at(1), 'activated')
    expect(take()).toEqual(['v listen #1 activated'])
    const [first, second] = [() => {}, () => {}]
    for (const handler of [first, second]) {
      handlers.set('1 activated', handler)
      expect(host.handlerFor(1, 'activated')).toBe(handler)
    }
    handlers.clear()
    expect(host.handlerFor(1, 'activated')).toBeUndefined()
    host.unlisten(at(1), 'activated')
    expect(take()).toEqual(['v unlisten #1 activated'])
  })

  test('listen by hand is not for a widget of JSX', () => {
    makeByJsx('Button', 1)
    take()
    host.listenByHand(1, 'activated', ignore)
    host.unlistenByHand(1, 'activated')
    expect([take(), host.handlerFor(1, 'activated')]).toEqual([[], undefined])
  })

  test('nor for one that is not there', () => {
    host.listenByHand(1, 'activated', ignore)
    expect([take(), host.handlerFor(1, 'activated')]).toEqual([[], undefined])
  })

  test('unlisten is said of what was listened to, and lets it be listened to again', () => {
    make('Button', 1)
    host.listenByHand(1, 'activated', ignore)
    take()
    host.unlistenByHand(1, 'resize')
    host.unlistenByHand(1, 'activated')
    host.unlistenByHand(1, 'activated')
    expect(take()).toEqual(['v unlisten #1 activated'])
    expect(host.handlerFor(1, 'activated')).toBeUndefined()
    host.listenByHand(1, 'activated', ignore)
    expect(take()).toEqual(['v listen #1 activated'])
  })
})

describe('the end of', () => {
  test.each<[string, () => void, readonly string[]]>([
    ['one of many', () => end(3), ['v call #1 remove #3 true']],
    ['two of many', () => end(3, 4), ['v call #1 remove #3 true', 'v call #1 remove #4 true']],
    ['all of many', () => end(2, 3, 4), ['v call #1 remove_all true']],
    ['the whole box', () => end(1, 2, 3, 4), ['v call #1 destroy']],
  ])('%s', (_, act, lines) => {
    boxOf(3)
    act()
    expect(take()).toEqual(lines)
  })

  test('an only child is one remove', () => {
    boxOf(1)
    end(2)
    expect(take()).toEqual(['v call #1 remove #2 true'])
  })

  test('all, with a new child before the end of the flush, keeps the new one', () => {
    boxOf(2)
    end(2, 3)
    host.sweep()
    make('Label', 9)
    insert(1, 9)
    expect(take()).toEqual([
      'v call #1 remove_all true',
      'v create #9 Label',
      'v call #1 add_widget #9',
    ])
  })

  test('the others, after one has moved to another parent, takes remove_all and spares it', () => {
    boxOf(3)
    make('VBox', 9)
    take()
    insert(9, 2)
    end(3, 4)
    expect(take()).toEqual(['v call #9 add_widget #2', 'v call #1 remove_all true'])
  })

  test('a subtree is said once, by its root', () => {
    boxOf(2)
    make('Frame', 9)
    insert(1, 9)
    make('Label', 10)
    insert(9, 10)
    take()
    end(9, 10)
    expect(take()).toEqual(['v call #1 remove #9 true'])
  })

  test.each<[string, readonly number[]]>([
    ['one parent after the other', [2, 3, 11, 12]],
    ['now of the one, now of the other', [2, 11, 3, 12]],
  ])('children of two parents is said of each once: %s', (_, wids) => {
    twoBoxes()
    end(...wids)
    expect(take()).toEqual(['v call #1 remove_all true', 'v call #10 remove_all true'])
  })

  test('a child comes before what is said after it', () => {
    boxOf(2)
    end(2)
    call(3, 'set_text', 'b')
    expect(take()).toEqual(['v call #1 remove #2 true', 'v call #3 set_text "b"'])
  })

  test('a widget leaves no class, no handler and no handle behind', () => {
    boxOf(1)
    host.listenByHand(2, 'click', ignore)
    end(2)
    expect([
      host.classOf(2),
      host.handlerFor(2, 'click'),
      host.handleOf(2, () => expect.unreachable()),
    ]).toEqual([undefined, undefined, undefined])
  })

  test('a widget of JSX has its handler not asked for any more', () => {
    makeByJsx('Button', 1)
    handlers.set('1 activated', ignore)
    end(1)
    expect(host.handlerFor(1, 'activated')).toBeUndefined()
  })

  test('a widget that is made anew counts its children from none', () => {
    boxOf(2)
    end(1, 2, 3)
    take()
    make('VBox', 1)
    make('Label', 2, 3)
    insert(1, 2)
    insert(1, 3)
    take()
    end(2, 3)
    expect(take()).toEqual(['v call #1 remove_all true'])
  })

  describe('is told', () => {
    test('when it is swept, once', () => {
      boxOf(3)
      end(3)
      host.sweep()
      host.sweep()
      host.listen(at(4), 'click')
      expect(take()).toEqual(['v call #1 remove #3 true', 'v listen #4 click'])
    })

    test('by parents, the one that lost a child first in front, each child in its order', () => {
      twoBoxes()
      make('Label', 4, 13)
      insert(1, 4)
      insert(10, 13)
      take()
      end(12, 3, 11, 2)
      host.sweep()
      expect(take()).toEqual([
        'v call #10 remove #12 true',
        'v call #10 remove #11 true',
        'v call #1 remove #3 true',
        'v call #1 remove #2 true',
      ])
    })

    test('by one remove_all, though the children ended far apart', () => {
      boxOf(2)
      make('Label', 9)
      take()
      end(2)
      host.create(newWidget(10, widgetClass('Label')), [])
      end(3)
      host.sweep()
      expect(take()).toEqual(['v create #10 Label', 'v call #1 remove_all true'])
    })

    test('of each child, when a new one is there before it is swept', () => {
      boxOf(2)
      end(2, 3)
      make('Label', 9)
      insert(1, 9)
      host.sweep()
      expect(take()).toEqual([
        'v create #9 Label',
        'v call #1 add_widget #9',
        'v call #1 remove #2 true',
        'v call #1 remove #3 true',
      ])
    })

    test('of nobody whose parent has ended too before it is swept', () => {
      boxOf(2)
      make('Frame', 9)
      insert(1, 9)
      make('Label', 10)
      insert(9, 10)
      take()
      end(10)
      end(9)
      host.sweep()
      expect(take()).toEqual(['v call #1 remove #9 true'])
    })

    test('to nobody when all have left before it is swept', () => {
      boxOf(2)
      end(2)
      viewers.clear()
      host.sweep()
      viewers.add(0)
      expect(take()).toEqual([])
    })

    test.each<[string, () => void, string]>([
      ['a call', () => call(3, 'set_text', 'b'), 'v call #3 set_text "b"'],
      ['a question', ask, 'v call #3 get_text'],
      ['a word to the page', () => host.say({ type: 'open-url', url: '/' }), 'v open-url "/"'],
      ['a listener in an object of the page', listenToMet, 'v listen #-3 resize'],
      ['a call of an object of the page', callMet, 'v call #-3 set_text "b"'],
    ])('in front of what is said by hand: %s', (_, act, line) => {
      boxOf(2)
      end(2)
      act()
      end(3)
      expect(take()).toEqual(['v call #1 remove #2 true', line, 'v call #1 remove #3 true'])
    })

    test('behind what the reconciler says meanwhile', () => {
      boxOf(2)
      makeByJsx('Label', 9)
      take()
      end(2)
      call(9, 'set_text', 'b')
      host.listen(at(9), 'click')
      expect(take()).toEqual([
        'v call #9 set_text "b"',
        'v listen #9 click',
        'v call #1 remove #2 true',
      ])
    })

    function ask(): void {
      host.ask({ call: { wid: 3, method: 'get_text', args: [] }, onId: ignore }, 0)
    }

    function meet(): Widget {
      const wid = numberOf(0, -3)
      host.meet(wid, widgetClass('Label'))
      return host.widgetAt(wid)!
    }

    function listenToMet(): void {
      host.listenByHand(meet().wid, 'resize', ignore)
    }

    function callMet(): void {
      host.call(meet(), 'set_text', ['b'])
    }
  })

  function end(...wids: readonly number[]): void {
    for (const wid of wids) host.destroy(at(wid))
  }

  /** A box 1 with labels 2 and 3, and a box 10 with labels 11 and 12, all told. */
  function twoBoxes(): void {
    boxOf(2)
    make('HBox', 10)
    make('Label', 11, 12)
    insert(10, 11)
    insert(10, 12)
    take()
  }
})

describe('while no browser is there', () => {
  test('nothing is written, whatever is done', () => {
    boxOf(3)
    viewers.clear()
    make('Label', 9)
    insert(1, 9, 2)
    call(9, 'set_text', 'a')
    host.listenByHand(9, 'click', ignore)
    host.unlistenByHand(9, 'click')
    host.listen(at(9), 'click')
    host.unlisten(at(9), 'click')
    host.say({ type: 'open-url', url: '/' })
    host.destroy(at(2))
    viewers.add(0)
    expect(take()).toEqual([])
  })

  test('what was written and not taken is for nobody', () => {
    boxOf(2)
    make('Label', 9)
    host.destroy(at(2))
    viewers.clear()
    expect(host.take(ids)).toEqual([])
    viewers.add(1)
    expect(host.take(ids)).toEqual([])
  })

  test('the books are kept: who is there, and who listens', () => {
    viewers.clear()
    make('Button', 1)
    host.listenByHand(1, 'activated', ignore)
    expect(host.classOf(1)?.name).toBe('Button')
    expect(host.handlerFor(1, 'activated')).toBe(ignore)
  })

  test('bytes that the wire has no name for are refused all the same when somebody comes', () => {
    make('Image', 1)
    expect(() => call(1, 'set_binary_image', new BigInt64Array(1) as never)).toThrow(TypeError)
  })
})

describe('a viewer that is told anew', () => {
  test('hears of listeners again, though they were said', () => {
    make('Button', 1)
    host.listenByHand(1, 'activated', ignore)
    take()
    const told = retold(1, () => {
      make('Button', 1)
      host.listen(at(1), 'activated')
    })
    expect(told).toEqual(['v create #1 Button', 'v listen #1 activated'])
    expect(take()).toEqual([])
  })

  test('alone hears it', () => {
    viewers.add(1)
    const parcels = host.retell(1, () => make('Button', 1), ids)
    expect([linesOf(parcels, 0), linesOf(parcels, 1)]).toEqual([[], ['v create #1 Button']])
  })

  test('may be the first of all', () => {
    viewers.clear()
    expect(retold(0, () => make('Button', 1))).toEqual(['v create #1 Button'])
  })

  test('changes nothing in the count of children: ending all is remove_all', () => {
    boxOf(2)
    viewers.add(1)
    retold(1, () => {
      make('VBox', 1)
      make('Label', 2, 3)
      insert(1, 2)
      insert(1, 3)
    })
    host.destroy(at(2))
    host.destroy(at(3))
    const parcels = host.take(ids)
    for (const viewer of [0, 1]) {
      expect(linesOf(parcels, viewer)).toEqual(['v call #1 remove_all true'])
    }
  })

  test('finds a widget with its handle', () => {
    make('Button', 1)
    const made = { wid: 1 } as never
    expect(host.handleOf(1, () => made)).toBe(made)
    retold(1, () => make('Button', 1))
    expect(host.handleOf(1, () => expect.unreachable())).toBe(made)
  })

  test('leaves what is said to all as it was when telling it fails', () => {
    make('Label', 1)
    const fail = (): void => {
      throw new Error('no')
    }
    expect(() => host.retell(1, fail, ids)).toThrow('no')
    expect(take()).toEqual(['v create #1 Label'])
  })
})

describe('a call', () => {
  test('that passes on what a user did is silent, and not for that user', () => {
    viewers.add(1).add(2)
    make('CheckBox', 1)
    host.take(ids)
    host.call(at(1), 'set_state', [true], { except: 1, isSilent: true })
    const parcels = host.take(ids)
    expect([0, 1, 2].map((viewer) => linesOf(parcels, viewer))).toEqual([
      ['v call #1 set_state true silently'],
      [],
      ['v call #1 set_state true silently'],
    ])
  })

  test('of an object that a page has made goes to that page, under its own number', () => {
    viewers.add(2)
    const wid = numberOf(2, -3)
    host.meet(wid, widgetClass('VBox'))
    host.call(host.widgetAt(wid)!, 'add_widget', [{ __wid__: numberOf(2, -4) }])
    host.listenByHand(wid, 'resize', ignore)
    host.unlistenByHand(wid, 'resize')
    const parcels = host.take(ids)
    expect([linesOf(parcels, 0), linesOf(parcels, 2)]).toEqual([
      [],
      ['v call #-3 add_widget #-4', 'v listen #-3 resize', 'v unlisten #-3 resize'],
    ])
  })
})

describe('a viewer that leaves', () => {
  test('takes along what it has made, and nobody else’s', () => {
    const [mine, yours] = [numberOf(0, -1), numberOf(1, -1)]
    for (const wid of [mine, yours]) host.meet(wid, widgetClass('Label'))
    host.leave(1)
    expect([host.classOf(mine)?.name, host.classOf(yours)]).toEqual(['Label', undefined])
  })

  test('is not told what was heard of it', () => {
    host.heard(0, 5)
    expect(host.unsaid(0)).toBe(1)
    host.leave(0)
    make('Label', 1)
    expect([host.unsaid(0), take()]).toEqual([0, ['v create #1 Label']])
  })
})

test('what was heard stands in front of an end that was said knowing it', () => {
  boxOf(2)
  host.heard(0, 5)
  host.destroy(at(2))
  call(3, 'set_text', 'b')
  expect(take()).toEqual(['v heard 5', 'v call #1 remove #2 true', 'v call #3 set_text "b"'])
})

test('a frame has one id, on its last message, and there is none without messages', () => {
  make('Label', 1, 2)
  ids.last = 6
  const [parcel] = host.take(ids) as [Parcel]
  const frame = JSON.parse(parcel.content as string) as { id?: number }[]
  expect([parcel.id, frame.map(({ id }) => id)]).toEqual([7, [undefined, 7]])
  expect([host.take(ids), ids.last]).toEqual([[], 7])
})
