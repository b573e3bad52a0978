// A page whose line drops goes on where it was: nothing is rendered, nothing is lost, nothing is done twice.

import { beforeEach, describe, expect, test } from 'vitest'
import { Button, Label, Page, Session, signal, TextEntry, VBox } from 'treewire'
import type { Signal, UploadedFile } from 'treewire'
import type { ClientMessage } from '../../src/protocol/messages.ts'
import type { SessionOptions } from '../../src/session/session-options.ts'
import { ManualClock } from '../../src/testing/manual-clock.ts'
import { Onlooker } from './onlooker.ts'
import { dropOf } from './drop.ts'

let clock: ManualClock
let session: Session
let page: Onlooker
let errors: string[]
let renders: number
let clicks: number
let text: Signal<string>
let files: UploadedFile[]

beforeEach(() => {
  begin()
})

/** 3 Button, 4 Label with what `text` is, 5 TextEntry, 6 Label that takes drops */
function begin(options: SessionOptions = {}): void {
  clock = new ManualClock()
  errors = []
  renders = 0
  clicks = 0
  files = []
  text = signal('')
  const App = () => {
    renders++
    return (
      <Page>
        <VBox>
          <Button onActivated={() => clicks++} />
          <Label text={text} />
          <TextEntry onModified={() => {}} />
          <Label onDropEnd={(drop) => files.push(...drop.files)} />
        </VBox>
      </Page>
    )
  }
  session = new Session({
    clock,
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
    ...options,
  })
  session.mount(() => <App />)
  page = new Onlooker(session, 'page')
  page.take()
}

/** The text is set to each of these, each in a frame of its own. */
function say(...texts: readonly string[]): void {
  for (const one of texts) {
    text.value = one
    session.flush()
  }
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, at) => `${at + 1}`)

describe('a page that comes back', () => {
  test('is told exactly what it has missed, once, and nothing is rendered', () => {
    const labels = numbers(20).map((one) => session.create('Label', [one]))
    page.take()
    page.leave()
    for (const [at, label] of labels.entries()) {
      label.setText(`new ${at}`)
      session.flush()
    }
    expect(page.comeBack()).toBe('[{"type":"welcome","heard":0,"kept":"page"}]')
    expect(page.take()).toEqual(labels.map(({ wid }, at) => `v call #${wid} set_text "new ${at}"`))
    expect(page.take()).toEqual([])
    expect(renders).toBe(1)
  })

  test('is told of a text that changed twenty times only the last', () => {
    page.leave()
    say(...numbers(20))
    page.comeBack()
    expect(page.take()).toEqual(['v call #4 set_text "20"'])
  })

  test('is told again what it was sent and did not get', () => {
    say('lost on the way')
    page.peer.takeFrames()
    page.leave()
    page.comeBack()
    expect(page.take()).toEqual(['v call #4 set_text "lost on the way"'])
  })

  test('without a word being said is told nothing', () => {
    page.leave()
    page.comeBack()
    expect(page.take()).toEqual([])
  })

  test('many times while much is said shows in the end what is', () => {
    for (const one of numbers(50)) {
      say(one)
      if (Number(one) % 3 === 0) page.take()
      page.leave()
      expect(page.comeBack()).toContain('"kept":"page"')
    }
    page.take()
    expect([page.state(4, 'text'), renders]).toEqual(['50', 1])
  })

  test('before the end of the time of the option goes on, and after it is told anew', () => {
    begin({ windowTime: 5000 })
    page.leave()
    clock.advance(4999)
    expect(page.comeBack()).toContain('"kept":"page"')
    page.leave()
    clock.advance(5000)
    say('meanwhile')
    expect(page.comeBack()).toBe('[{"type":"welcome","heard":0,"kept":"session","life":1}]')
    page.take()
    expect([page.state(4, 'text'), renders]).toEqual(['meanwhile', 1])
  })

  test.each<[string, (seen: number) => number]>([
    ['less than it has acknowledged', (seen) => seen - 1],
    ['more than was ever said', (seen) => seen + 100],
    ['nothing', () => 0],
  ])('and says that it has seen %s is told everything anew', (_, claim) => {
    say('a')
    page.take()
    page.leave()
    expect(page.comeBack(claim(page.seen))).toContain('"kept":"session"')
    page.take()
    expect(page.state(4, 'text')).toBe('a')
  })

  test('having missed more than may be kept is told everything anew', () => {
    begin({ maxWindowBytes: 2000 })
    page.leave()
    for (const one of numbers(100)) {
      session.create('Label', [`${one} ${'x'.repeat(50)}`])
      session.flush()
    }
    expect(page.comeBack()).toContain('"kept":"session"')
    page.take()
    expect(page.browser.widgets.size).toBe(106)
  })

  test('and was told anew over a line that dropped at once is told anew again', () => {
    page.leave()
    page.comeBack(0)
    page.leave()
    // It has not been emptied: what it shows is of before.
    expect(page.comeBack()).toContain('"kept":"session","life":2')
    page.take()
    expect(page.browser.widgets.size).toBe(6)
  })
})

describe('a page that is there and cannot keep up', () => {
  test('is told the rest when its socket has room', () => {
    begin({ maxBacklogBytes: 100 })
    page.peer.backlog = 101
    say(...numbers(20))
    expect(page.take()).toEqual([])
    page.peer.backlog = 0
    clock.advance(20)
    expect(page.take()).toEqual(['v call #4 set_text "20"'])
  })

  test('is welcomed anew when that is too much, and told everything as it is then', () => {
    begin({ maxBacklogBytes: 100, maxWindowBytes: 2000 })
    page.peer.backlog = 101
    for (const one of numbers(100)) {
      session.create('Label', [one])
      session.flush()
    }
    say('now')
    page.peer.backlog = 0
    page.peer.welcomes.length = 0
    clock.advance(20)
    expect(page.peer.welcomes).toEqual(['[{"type":"welcome","heard":0,"kept":"session","life":1}]'])
    page.take()
    expect([page.browser.widgets.size, page.state(4, 'text'), renders]).toEqual([106, 'now', 1])
  })

  test('and is not ours is sent away, to come again', () => {
    begin({ maxBacklogBytes: 100, maxWindowBytes: 500 })
    const { peer } = page
    page.leave()
    session.attach(peer, { page: undefined })
    peer.backlog = 101
    say('x'.repeat(600))
    peer.backlog = 0
    clock.advance(20)
    expect(peer.closed).toEqual(['1013 Too slow: come again'])
  })
})

describe('what a page has told', () => {
  const click: ClientMessage = { type: 'callback', wid: 3, action: 'activated', args: [] }

  test('and tells again over the next line is done once', () => {
    const told = [page.tell(click), page.tell(click)]
    page.leave()
    expect(page.comeBack()).toBe('[{"type":"welcome","heard":2,"kept":"page"}]')
    for (const one of told) page.say(one)
    page.tell(click)
    expect([clicks, page.peer.closed]).toEqual([3, []])
  })

  test('and did not arrive is done when it is told again', () => {
    const lost = { ...click, seq: 1 }
    page.leave()
    expect(page.comeBack()).toContain('"heard":0')
    page.say(lost)
    expect(clicks).toBe(1)
  })

  test('is counted on when it is told everything anew', () => {
    page.tell(click)
    page.leave()
    expect(page.comeBack(0)).toBe('[{"type":"welcome","heard":1,"kept":"session","life":1}]')
    page.say({ ...click, seq: 1 })
    page.say({ ...click, seq: 2 })
    expect(clicks).toBe(2)
  })

  test('with one missing in front of it closes its line, and that alone', () => {
    page.tell(click)
    page.say({ ...click, seq: 3 })
    expect(page.peer.closed).toEqual(['4400 "callback" has the "seq" 3, and 2 was to come'])
    expect([clicks, session.isOver, errors]).toEqual([1, false, []])
  })

  test.each<[string, object]>([
    ['an error', { type: 'error', error: 'no', seq: 1 }],
    ['an answer with a value', { type: 'result', id: 999, value: 1, seq: 1 }],
    [
      'a piece of a file of an upload that is over',
      {
        type: 'file-chunk',
        wid: 6,
        transfer_id: 1,
        file_index: 0,
        file_count: 1,
        chunk_index: 0,
        num_chunks: 1,
        data: 'data:,',
        seq: 1,
      },
    ],
  ])('is passed over when it is told again: %s', (_, message) => {
    page.tell(click)
    page.say(message as ClientMessage)
    page.say(message as ClientMessage)
    expect([page.peer.closed, errors, clicks]).toEqual([[], [], 1])
  })

  test('without numbers is always done, as that of scripts', () => {
    page.say(click)
    page.say(click)
    expect(clicks).toBe(2)
  })

  test('is counted for each page by itself', () => {
    const other = new Onlooker(session, 'other')
    other.take()
    page.tell(click)
    other.tell(click)
    other.tell(click)
    page.leave()
    other.leave()
    expect([page.comeBack(), other.comeBack()]).toEqual([
      '[{"type":"welcome","heard":1,"kept":"page"}]',
      '[{"type":"welcome","heard":2,"kept":"page"}]',
    ])
  })
})

describe('a piece of a file', () => {
  const file = { name: 'a.txt', size: 6, type: 'text/plain' }
  const drop = dropOf({})
  const announced = { type: 'callback', wid: 6, action: 'drop-end' } as const
  const header = (chunk_index: number): ClientMessage => ({
    type: 'binary-chunk',
    wid: 6,
    transfer_id: 1,
    file_index: 0,
    file_count: 1,
    chunk_index,
    num_chunks: 2,
    encoding: 'binary',
  })
  const bytes = (content: string): void => session.receive(page.peer, Buffer.from(content))

  beforeEach(() => {
    page.tell({ ...announced, args: [{ ...drop, transfer_id: 1, files: [file] }] })
  })

  test('whose bytes have not come has not been heard, and is taken when it comes again', () => {
    page.tell(header(0))
    bytes('ABC')
    const half = page.tell(header(1))
    page.leave()
    expect(page.comeBack()).toContain('"heard":2')
    page.say(half)
    bytes('DEF')
    expect([files.map((one) => one.text()), page.peer.closed]).toEqual([['ABCDEF'], []])
  })

  test('that has been heard is passed over with its bytes', () => {
    const first = page.tell(header(0))
    bytes('ABC')
    page.leave()
    page.comeBack()
    page.say(first)
    bytes('ABC')
    page.tell(header(1))
    bytes('DEF')
    expect([files.map((one) => one.text()), page.peer.closed]).toEqual([['ABCDEF'], []])
  })

  test('has to have its bytes right behind it', () => {
    page.tell(header(0))
    page.tell({ type: 'callback', wid: 3, action: 'activated', args: [] })
    expect(page.peer.closed).toEqual(['4400 "callback" has the "seq" 3, and 2 was to come'])
  })

  test('is heard by itself, so that a page need not keep many', () => {
    page.take()
    page.tell(header(0))
    bytes('ABC')
    expect(page.take()).toEqual(['v heard 2'])
  })
})
