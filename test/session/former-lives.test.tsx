// What users typed into a text before their page was told everything anew is not lost: it is understood as what it was,
// an edit of the text that the page showed then.

import { describe, expect, test } from 'vitest'
import { Page, Session, Show, signal, TextSource, VBox } from 'treewire'
import type { Child, Handle, Signal } from 'treewire'
import type { ClientMessage } from '../../src/protocol/messages.ts'
import type { SessionOptions } from '../../src/session/session-options.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Onlooker } from './onlooker.ts'

interface Opened {
  readonly clock: ManualClock
  readonly session: Session
  readonly pages: readonly Onlooker[]
  readonly errors: string[]
}

/** Pages that have carried out everything; #3 is what is shown. */
function open(shown: Child, count = 1, options: SessionOptions = {}): Opened {
  const clock = new ManualClock()
  const errors: string[] = []
  const session = new Session({
    clock,
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
    ...options,
  })
  session.mount(() => (
    <Page>
      <VBox>{shown}</VBox>
    </Page>
  ))
  const pages = Array.from({ length: count }, (_, at) => new Onlooker(session, `page ${at}`))
  for (const page of pages) page.take()
  return { clock, session, pages, errors }
}

/** Types a text in, or takes so many units away, of which nobody is told yet. */
function typed(page: Onlooker, at: number, change: string | number): ClientMessage {
  const [to, insert] = typeof change === 'number' ? [at + change, ''] : [at, change]
  return page.do(3, 'edited', [{ from: at, to, insert }])
}

/** The text is set to each of these, each in a frame of its own. */
function write(session: Session, content: Signal<string>, ...texts: readonly string[]): void {
  for (const text of texts) {
    content.value = text
    session.flush()
  }
}

/** Until nobody is told anything. */
function settle(pages: readonly Onlooker[]): void {
  while (pages.some((page) => page.take().length > 0));
}

const texts = (pages: readonly Onlooker[]): unknown[] => pages.map((page) => page.state(3, 'text'))

/** How a page comes to be told everything anew, and its line is up then. */
const ways: [string, SessionOptions, (page: Onlooker, opened: Opened) => void][] = [
  [
    'was away for too long',
    { windowTime: 1000 },
    (page, { clock }) => {
      page.leave()
      clock.advance(1000)
      page.comeBack()
    },
  ],
  [
    'had missed too much',
    { maxWindowBytes: 1000 },
    (page, { session }) => {
      page.leave()
      say(session, 30)
      page.comeBack()
    },
  ],
  [
    'was too slow',
    { maxWindowBytes: 1000, maxBacklogBytes: 100 },
    (page, { clock, session }) => {
      page.peer.backlog = 101
      say(session, 30)
      page.peer.backlog = 0
      clock.advance(1000)
    },
  ],
  [
    'said that it has seen nothing',
    {},
    (page) => {
      page.leave()
      page.comeBack(0)
    },
  ],
]

function say(session: Session, count: number): void {
  for (let at = 0; at < count; at++) {
    session.create('Label', ['x'.repeat(50)])
    session.flush()
  }
}

describe('what was typed on a page that', () => {
  test.each(ways)('%s is heard when it is told', (_, options, tellAnew) => {
    const content = signal('one two')
    const opened = open(<TextSource bind={content} />, 2, options)
    const { pages } = opened
    const told = [typed(pages[0]!, 3, '!'), typed(pages[0]!, 8, '?')]
    tellAnew(pages[0]!, opened)
    for (const one of told) pages[0]!.say(one)
    expect(content.value).toBe('one! two?')
    settle(pages)
    expect(texts(pages)).toEqual(['one! two?', 'one! two?'])
  })

  test.each(ways)('%s finds its place among what others did meanwhile', (_, options, tellAnew) => {
    const content = signal('one two')
    const opened = open(<TextSource bind={content} />, 2, options)
    const { session, pages } = opened
    const told = [typed(pages[0]!, 3, '!'), typed(pages[0]!, 4, 2)]
    write(session, content, 'number one two', 'number one two three')
    tellAnew(pages[0]!, opened)
    pages[1]!.take()
    pages[1]!.say(typed(pages[1]!, 0, '> '))
    write(session, content, `${content.value}.`)
    for (const one of told) pages[0]!.say(one)
    pages[0]!.take()
    pages[0]!.say(typed(pages[0]!, 0, 1))
    settle(pages)
    expect([content.value, ...texts(pages)]).toEqual(
      Array.from({ length: 3 }, () => ' number one!wo three.'),
    )
  })
})

describe('a text', () => {
  test('is understood while its page waits to be told anew, and is shown by it then', () => {
    const content = signal('abc')
    const options = { maxBacklogBytes: 100, maxWindowBytes: 1000 }
    const { clock, session, pages } = open(<TextSource bind={content} />, 1, options)
    const [slow] = pages
    slow!.peer.backlog = 101
    write(session, content, '', '-')
    say(session, 30)
    write(session, content, '--')
    slow!.say(typed(slow!, 3, 'd'))
    slow!.say(typed(slow!, 4, 'e'))
    expect([content.value, slow!.peer.closed]).toEqual(['--de', []])
    slow!.peer.backlog = 0
    clock.advance(1000)
    slow!.take()
    expect(texts(pages)).toEqual(['--de'])
  })

  test('is counted on by a page that is away for so long, though another is alone there', () => {
    const content = signal('')
    const { clock, pages } = open(<TextSource bind={content} />, 2, { windowTime: 1000 })
    const [away, here] = pages
    const told = typed(away!, 0, 'A')
    away!.leave()
    clock.advance(1000)
    for (const letter of ['x', 'y', 'z']) here!.say(typed(here!, 0, letter))
    away!.comeBack()
    here!.say(typed(here!, 3, '!'))
    away!.say(told)
    settle(pages)
    expect([content.value, ...texts(pages)]).toEqual(['zyx!A', 'zyx!A', 'zyx!A'])
  })

  test('that was changed more often than edits are kept apart is understood too', () => {
    const content = signal('end')
    const { clock, session, pages } = open(<TextSource bind={content} />, 1, { windowTime: 1000 })
    const [page] = pages
    const told = [typed(page!, 3, '!'), typed(page!, 4, '?')]
    page!.leave()
    for (let at = 0; at < 700; at++) write(session, content, `.${content.value}`)
    clock.advance(1000)
    for (let at = 0; at < 700; at++) write(session, content, `.${content.value}`)
    page!.comeBack()
    for (const one of told) page!.say(one)
    settle(pages)
    const all = `${'.'.repeat(1400)}end!?`
    expect([content.value, ...texts(pages)]).toEqual([all, all])
  })

  test('was typed into in several lives, each of which has its own', () => {
    const content = signal('.')
    const { session, pages } = open(<TextSource bind={content} />)
    const [page] = pages
    const told = ['a', 'b', 'c', 'd'].map((letter) => {
      const one = typed(page!, content.value.length, letter)
      write(session, content, `-${content.value}`)
      page!.leave()
      page!.comeBack(0)
      // It carries out what it is told, but nobody hears that it has.
      page!.leave()
      page!.take()
      return one
    })
    page!.comeBack()
    expect(told.map((one) => 'life' in one && one.life)).toEqual([false, 1, 2, 3])
    for (const one of told) page!.say(one)
    expect([content.value, page!.peer.closed]).toEqual(['----.abcd', []])
  })

  test('that nobody may change is as it was everywhere, whatever comes late', () => {
    const { pages } = open(<TextSource text={() => 'fixed'} onEdited={() => undefined} />, 2)
    const told = [typed(pages[0]!, 0, 'a'), typed(pages[0]!, 1, 'b')]
    pages[0]!.leave()
    pages[0]!.comeBack(0)
    for (const one of told) pages[0]!.say(one)
    settle(pages)
    expect(texts(pages)).toEqual(['fixed', 'fixed'])
  })

  test('that is disabled takes nothing of before', () => {
    const [content, isOn] = [signal('abc'), signal(true)]
    const { session, pages } = open(<TextSource bind={content} enabled={isOn} />, 2)
    const told = typed(pages[0]!, 0, '!')
    pages[0]!.leave()
    isOn.value = false
    session.flush()
    pages[0]!.comeBack(0)
    pages[0]!.say(told)
    settle(pages)
    expect([content.value, ...texts(pages)]).toEqual(['abc', 'abc', 'abc'])
  })

  test('that was set by hand since makes void what was typed before', () => {
    const content = signal('one')
    let editor: Handle<'TextSource'> | undefined
    const shown = <TextSource bind={content} ref={(handle) => handle && (editor = handle)} />
    const { session, pages } = open(shown)
    const [page] = pages
    const told = [typed(page!, 3, '!'), typed(page!, 4, '?')]
    page!.leave()
    page!.comeBack(0)
    page!.say(told[0]!)
    editor!.setText('two')
    session.flush()
    page!.say(told[1]!)
    settle(pages)
    expect([page!.peer.closed, ...texts(pages)]).toEqual([[], 'two'])
  })

  test('of a widget that is gone is gone with it, and that of one that is new was never typed into', () => {
    const [content, isShown] = [signal(''), signal(true)]
    const shown = (
      <Show when={isShown}>
        <TextSource bind={content} />
      </Show>
    )
    const { session, pages, errors } = open(shown)
    const [page] = pages
    const told = typed(page!, 0, 'a')
    page!.leave()
    page!.comeBack(0)
    for (const isOn of [false, true]) {
      isShown.value = isOn
      session.flush()
    }
    page!.say(told)
    // A page that lies: in that life it was not told of this widget.
    page!.say({ ...told, wid: 4, seq: 2 } as ClientMessage)
    expect([content.value, page!.peer.closed, errors]).toEqual(['', [], []])
  })
})

describe('a former life', () => {
  /** A page that types, and has to be told everything anew before it is heard. */
  function late(count = 1) {
    const content = signal('')
    const opened = open(<TextSource bind={content} />)
    const page = opened.pages[0]!
    const told = Array.from({ length: count }, (_, at) => typed(page, at, `${at}`))
    page.leave()
    page.comeBack(0)
    return { ...opened, content, page, told }
  }

  test('is over when its page has carried out what it was told anew: nothing of it comes any more', () => {
    const { content, page, told } = late()
    page.take()
    page.say(told[0]!)
    expect([content.value, page.peer.closed]).toEqual(['', []])
  })

  test('is not over while the answer to that is on its way', () => {
    const { content, page, told } = late()
    page.leave()
    page.take()
    expect(page.comeBack()).toContain('"kept":"page"')
    page.say(told[0]!)
    expect(content.value).toBe('0')
    page.take()
    page.take()
    expect(page.state(3, 'text')).toBe('0')
  })

  test('whose edits do not fit ends the line of its page, as ever', () => {
    const { content, page } = late()
    const args = [[{ from: 7, to: 9, insert: '' }], 1, 0]
    page.say({ type: 'callback', wid: 3, action: 'edited', args, seq: 1 })
    expect([content.value, page.peer.closed]).toEqual([
      '',
      ['4400 "edits" do not fit a text of 0 units'],
    ])
  })

  test('is remembered while eight more begin, and with it the first of them', () => {
    const { content, page, told } = late(2)
    for (let at = 0; at < 20; at++) {
      page.leave()
      page.comeBack(0)
    }
    const last = { type: 'callback', wid: 3, action: 'edited', args: [[], 1, 0] } as const
    for (const one of told) page.say(one)
    page.say({ ...last, args: [[{ from: 0, to: 0, insert: '7' }], 1, 0], seq: 3, life: 7 })
    page.say({ ...last, args: [[{ from: 0, to: 0, insert: '8' }], 1, 0], seq: 4, life: 8 })
    page.say({ ...last, args: [[{ from: 0, to: 0, insert: 'now' }], 1, 2], seq: 5, life: 21 })
    expect([content.value, page.peer.closed]).toEqual(['now017', []])
  })
})
