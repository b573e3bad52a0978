// What is masked cannot be read in a recording, and the recording is replayed all the same.

import { expect, test } from 'vitest'
import {
  Button,
  Label,
  Session,
  Show,
  signal,
  TextEntry,
  TextSource,
  TopLevel,
  useSession,
  useSignal,
  VBox,
} from 'treewire'
import type { Child } from 'treewire'
import { render, replay } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import type { Json } from '../../../src/protocol/messages.ts'
import type { Peer } from '../../../src/session/peer.ts'
import { MaskedFields } from '../../../src/session/recording/masked-fields.ts'
import type { Mask, RecordOptions } from '../../../src/session/recording/record-options.ts'

function SignIn({ check }: { readonly check: (password: string) => Promise<boolean> }) {
  const session = useSession()
  const name = useSignal('')
  const password = useSignal('')
  const again = useSignal('')
  const said = useSignal('')
  const enter = async (): Promise<void> => {
    const isRight = await session.recorded('check', () => check(password.value))
    const isTwice = password.value === again.value
    said.value = `${name.value} ${password.value} ${password.value.length} ${isRight} ${isTwice}`
  }
  return (
    <TopLevel>
      <VBox>
        <TextEntry label="Name" bind={name} />
        <TextEntry label="Password" password bind={password} />
        <TextEntry label="Again" password bind={again} />
        <Label text={said} />
        <Button text="Enter" onActivated={enter} />
      </VBox>
    </TopLevel>
  )
}

const isHunter = (password: string): Promise<boolean> => Promise.resolve(password === 'hunter2')
const never = (): never => {
  throw new Error('The outside was asked in a replay')
}

async function signIn(mask?: Mask | readonly Mask[]): Promise<string> {
  const ui = render(<SignIn check={isHunter} />, {
    record: { inMemory: true, ...(mask !== undefined && { mask }) },
  })
  await ui.type({ label: 'Name' }, 'Ann Lee')
  await ui.type({ label: 'Password' }, 'hunt')
  await ui.type({ label: 'Password' }, 'er2')
  await ui.type({ label: 'Again' }, 'hunter2')
  await ui.click('Enter')
  ui.unmount()
  expect(ui.find({ type: 'Label' }).state.get('text')).toBe('Ann Lee hunter2 7 true true')
  return ui.session.recording!.text()
}

test('passwords are masked unless somebody says otherwise', async () => {
  const recording = await signIn()
  expect(recording).toContain('Ann Lee')
  expect(recording).not.toContain('hunt')
  expect(recording).toMatch(/Ann Lee [a-z]{6}\d 7 true true/)
  expect(await replay(recording, <SignIn check={never} />)).toMatchObject({ isSame: true })
})

test('an empty list masks nothing', async () => {
  expect(await signIn([])).toContain('hunter2')
})

test.each<[what: string, mask: Mask | readonly Mask[], gone: readonly string[]]>([
  ['fields by their name', { label: 'Name' }, ['Ann Lee']],
  ['fields by a pattern of their names', { label: /^N/ }, ['Ann Lee']],
  ['fields by their class', { type: 'TextEntry' }, ['Ann Lee', 'hunter2']],
  ['what a pattern finds in whole texts', /A\w+ L\w+/, ['Ann Lee']],
  ['several', ['passwords', { label: 'Name' }], ['Ann Lee', 'hunter2']],
])('%s: masked, and replayed', async (_what, mask, gone) => {
  const recording = await signIn(mask)
  for (const text of gone) expect(recording).not.toContain(text)
  expect(await replay(recording, <SignIn check={never} />)).toMatchObject({ isSame: true })
})

test('a label that is undefined is as if it were not given: nothing else is masked', async () => {
  const recording = await signIn({ type: 'Dial', label: undefined })
  expect(recording).toContain('Ann Lee hunter2')
})

test('a function changes events, or leaves them out', async () => {
  const recording = await signIn([
    (event) => (event.type === 'flush' ? undefined : event),
    (event) => (event.type === 'settled' ? { ...event, value: 'changed' } : event),
  ])
  expect(recording).not.toContain('"flush"')
  expect(recording).toContain('"value":"changed"')
})

function Notes() {
  const text = useSignal('')
  return (
    <TopLevel>
      <VBox>
        <TextSource label="Notes" bind={text} />
        <Label text={() => `${text.value.length}`} />
      </VBox>
    </TopLevel>
  )
}

test('what is typed letter by letter is masked letter by letter', async () => {
  const ui = render(<Notes />, { record: { inMemory: true, mask: { label: 'Notes' } } })
  for (const letter of 'secret plan') await ui.type({ label: 'Notes' }, letter)
  ui.unmount()
  const recording = ui.session.recording!.text()
  const inserted = [...recording.matchAll(/\\"insert\\":\\"(.)\\"/g)].map(([, letter]) => letter)
  expect(inserted).toHaveLength(11)
  expect(inserted.join('')).toMatch(/^[a-z]{6}\*[a-z]{4}$/)
  expect(inserted.join('')).not.toBe('secret*plan')
  expect(await replay(recording, <Notes />)).toMatchObject({ isSame: true })
})

function Prefilled() {
  return (
    <TopLevel>
      <TextEntry text="from the vault" password />
    </TopLevel>
  )
}

test('what the application puts into a masked field is masked', () => {
  const ui = render(<Prefilled />, { record: { inMemory: true } })
  expect(ui.session.recording!.text()).not.toContain('vault')
})

test('what lets somebody in is never in a recording', async () => {
  let session: Session | undefined
  const Shared = () => {
    session = useSession()
    const url = session.shareUrl('https://example.com/')
    return (
      <TopLevel>
        <Label text={url} />
      </TopLevel>
    )
  }
  const ui: Rendered = render(<Shared />, { record: { inMemory: true, mask: [] } })
  const [, secret] = /#session=test\.(.*)$/.exec(session!.shareUrl('https://example.com/'))!
  ui.unmount()
  const recording = ui.session.recording!.text()
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(recording).not.toContain(secret)
  expect(recording).not.toMatch(/"token\\?":\\?"[\w-]{43}/)
  expect(recording).toContain('https://example.com/#session=test.hidden-2')
  expect(await replay(recording, <Shared />)).toMatchObject({ isSame: true })
})

test('a token that somebody has made up by hand stands in no other word', () => {
  const session = new Session({ record: { inMemory: true } })
  session.attach(
    { send: () => undefined, close: () => undefined, backlog: 0 },
    { page: 'a-page', isNew: true, credentials: { session_id: 'a', token: 'type' } },
  )
  session.destroy()
  const recording = session.recording!.text()
  expect(recording).toContain('"token":"hidden-1"')
  expect(recording).toContain('\\"token\\":\\"hidden-1\\"')
  expect(recording).toContain('"type":"attach"')
})

test.each([
  ['no arguments', {}],
  ['arguments that are none', { args: 'hunter2' }],
  ['edits that are none', { action: 'edited', args: [[null, { from: -1, insert: 'hunter2' }]] }],
  ['an edit without a text', { action: 'edited', args: [[{ from: 0, insert: { x: 'hunter2' } }]] }],
])(
  'a browser that says %s of a masked field is refused by the session, not by the mask',
  (_, lie) => {
    const errors: string[] = []
    const session = new Session({
      record: { inMemory: true },
      onError: (error, where) => errors.push(`${where}: ${String(error)}`),
    })
    const { peer, closed } = browser()
    session.mount(Prefilled)
    session.attach(peer, { page: 'page-0123456789', isNew: true })
    const frame = { type: 'callback', wid: 2, action: 'modified', seq: 2, ...lie }
    session.receive(peer, JSON.stringify(frame))
    expect([closed.length, errors]).toEqual([1, []])
    expect(session.recording!.text()).toContain('"type":"in"')
    expect(session.recording!.text()).not.toContain('hunter2')
    session.destroy()
  },
)

function browser(): { peer: Peer; closed: number[]; frames: string[] } {
  const closed: number[] = []
  const frames: string[] = []
  const peer: Peer = {
    backlog: 0,
    send: (frame) => void frames.push(String(frame)),
    close: (code) => closed.push(code),
  }
  return { peer, closed, frames }
}

test('a mask that fails ends the recording, and not the session', async () => {
  const errors: string[] = []
  const ui = render(<Notes />, {
    onError: (error, where) => errors.push(`${where}: ${String(error)}`),
    record: {
      inMemory: true,
      mask: (event) => {
        if (event.type === 'in') throw new Error('boom')
        return event
      },
    },
  })
  await ui.type({ label: 'Notes' }, 'plan')
  expect(ui.find({ type: 'Label' }).state.get('text')).toBe('4')
  expect(errors).toEqual(['record: Error: boom'])
  const [last] = ui.session.recording!.text().trimEnd().split('\n').slice(-1)
  expect(JSON.parse(last!)).toMatchObject({ type: 'stop', reason: 'a mask has failed' })
  await ui.session.recording!.done
})

/** A session that shows this, and its one page, whose frames are numbered. */
function shownIn(component: () => Child, record: RecordOptions = {}) {
  const errors: string[] = []
  const session = new Session({
    record: { inMemory: true, ...record },
    onError: (error, where) => errors.push(`${where}: ${(error as Error).message}`),
  })
  const { peer, frames, closed } = browser()
  session.mount(component)
  session.attach(peer, { page: 'page-0123456789', isNew: true })
  let seq = 0
  return {
    session,
    frames,
    errors,
    closed,
    say: (text: string) => session.receive(peer, text),
    /** Everything in one frame. */
    tell: (...told: readonly (readonly [wid: number, action: string, ...args: Json[]])[]) => {
      const all = told.map(([wid, action, ...args]) => {
        return { type: 'callback', wid, action, args, seq: ++seq }
      })
      session.receive(peer, JSON.stringify(all))
      session.flush()
    },
    text: () => session.recording!.text(),
    last: () => JSON.parse(session.recording!.text().trimEnd().split('\n').at(-1)!) as unknown,
  }
}

function Entry() {
  return (
    <TopLevel>
      <TextEntry password onModified={() => undefined} />
    </TopLevel>
  )
}

const insert = (from: number, text: string): Json => [{ from, to: from, insert: text }]

test('what edits have made of a masked text is masked in what is said', async () => {
  const Echo = () => {
    const text = useSignal('')
    return (
      <TopLevel>
        <VBox>
          <TextSource label="Notes" bind={text} />
          <Label text={text} />
        </VBox>
      </TopLevel>
    )
  }
  const ui = render(<Echo />, { record: { inMemory: true, mask: { label: 'Notes' } } })
  for (const letter of 'secret plan') await ui.type({ label: 'Notes' }, letter)
  ui.unmount()
  const recording = ui.session.recording!.text()
  for (const part of ['secr', 'secret', 'et plan', 'secret plan']) {
    expect(recording).not.toContain(part)
  }
  expect(recording).toContain('set_text')
})

test('a text that stood in a masked field between two edits of one frame is masked', () => {
  const said: string[] = []
  const Keeps = () => {
    const text = useSignal('')
    return (
      <TopLevel title={() => said.join() + text.value.slice(0, 0)}>
        <TextSource label="Notes" bind={text} onEdited={() => void said.push(text.value)} />
      </TopLevel>
    )
  }
  const { tell, text, session } = shownIn(() => <Keeps />, { mask: { label: 'Notes' } })
  const word = 'hunter2'
  const letters = word.split('').map((letter, at) => {
    return [2, 'edited', insert(at, letter), at + 1, 0] as const
  })
  tell(...letters, [2, 'edited', [{ from: 0, to: word.length, insert: '' }], 8, 0])
  expect(said).toContain(word)
  session.destroy()
  expect(text()).toContain('set_title')
  expect(text()).not.toContain('hunte')
})

test('an edit of a masked field that was made by hand ends the recording, and says why', () => {
  const shown = shownIn(() => null, { mask: { type: 'TextSource' } })
  const { session, errors, last } = shown
  session.create('TextSource').on('edited', () => undefined)
  session.flush()
  shown.tell([1, 'edited', insert(0, 'secret'), 1, 0])
  expect(errors).toEqual([
    'record: The recording has ended before its session, because a masked field that was made by hand tells only edits of its text',
  ])
  expect(last()).toMatchObject({ type: 'stop' })
  expect(shown.text()).not.toContain('secret')
  session.destroy()
})

test('what a masked field answers is masked', async () => {
  const { say, session, frames, text } = shownIn(() => null)
  const entry = session.create('TextEntry', ['', { password: true }])
  const asked = entry.getText()
  session.flush()
  const id = /"id":(\d+)/.exec(frames.find((frame) => frame.includes('get_text'))!)?.[1]
  say(`{"type":"result","id":${id},"value":"hunter2"}`)
  expect(await asked).toBe('hunter2')
  session.report(new Error('hunter2 is wrong'), 'here')
  session.destroy()
  expect(text()).toContain('is wrong')
  expect(text()).not.toContain('hunter2')
})

test('a recording ends when too many questions to masked fields stay without an answer', () => {
  const { session, last, text } = shownIn(() => null)
  const entry = session.create('TextEntry', ['', { password: true }])
  const failed: unknown[] = []
  for (let count = 0; count <= 1000; count++) {
    entry.getText().catch((error: unknown) => failed.push(error))
    session.flush()
  }
  expect(last()).toMatchObject({ reason: 'too many questions to masked fields have no answer' })
  expect(text()).toContain('get_text')
  session.destroy()
})

test.each([
  ['names', (text: string) => ({ [text]: [{ [`of ${text}`]: 1 }] })],
  ['texts', (text: string) => [text, { name: `of ${text}` }]],
])('%s of what comes from outside are masked', (_what, outside) => {
  const { tell, session, text } = shownIn(() => <Entry />)
  tell([2, 'modified', 'hunter2'])
  session.recorded('look hunter2 up', () => outside('hunter2'))
  expect(text()).toContain('"value"')
  expect(text()).not.toContain('hunter2')
  session.destroy()
})

test('what a page is sent away with does not tell what it said', () => {
  const first = shownIn(() => <Entry />)
  first.tell([2, 'modified', { text: 'hunter2' }])
  const second = shownIn(() => <Entry />)
  second.say('{"wid":2,"args":["hunter2')
  for (const { closed, text, session } of [first, second]) {
    expect(closed).toHaveLength(1)
    expect(text()).toContain('"type":"close"')
    expect(text()).not.toContain('hunter2')
    session.destroy()
  }
})

test('a recording ends before more is typed than can be masked, and the session goes on', async () => {
  const { tell, session, errors, last, text } = shownIn(() => <Entry />)
  const long = Array.from({ length: 40_000 }, (_, at) => at.toString(36).padStart(4, '0')).join('')
  tell([2, 'modified', long])
  const reason = 'more was typed into masked fields than it can look for'
  expect(last()).toMatchObject({ type: 'stop', reason })
  expect([session.recording!.stopped, session.isOver]).toEqual([reason, false])
  expect(errors).toEqual([`record: The recording has ended before its session, because ${reason}`])
  expect(text()).not.toContain('0abc0abd')
  session.destroy()
  expect((await replay(text(), <Entry />)).notes).toEqual([
    `The recording ends before its session, because ${reason}`,
  ])
})

test('what was typed into a field that has gone meanwhile is masked', () => {
  const isThere = signal(true)
  const { tell, session, text } = shownIn(() => (
    <TopLevel>
      <Show when={isThere}>
        <VBox>
          <TextEntry password onModified={() => undefined} />
        </VBox>
      </Show>
    </TopLevel>
  ))
  isThere.value = false
  session.flush()
  tell([3, 'modified', 'hunter2'])
  session.destroy()
  expect(text()).toContain('"type":"in"')
  expect(text()).not.toContain('hunter2')
})

test('a field that was masked once stays so, whatever it is called later', () => {
  const fields = new MaskedFields([{ label: 'Card' }], () => true)
  const create = (label: string) => {
    fields.note({ type: 'create', wid: 2, class: 'TextEntry', args: [''] })
    fields.note({ type: 'call', wid: 2, method: 'set_label', args: [label] })
  }
  create('Card')
  create('Number')
  expect(fields.has(2)).toBe(true)
})

test('names of options are not masked, though somebody has typed one', () => {
  const { tell, session, frames, text } = shownIn(() => <Entry />)
  tell([2, 'modified', 'password'])
  const second = browser()
  session.attach(second.peer, { page: 'page-9876543210', isNew: true })
  session.destroy()
  expect(second.frames.join('')).toContain('"password":true')
  expect(frames.join('')).toContain('"password":true')
  expect(text().match(/\\"password\\":true/g)).toHaveLength(2)
})

test('fields that have gone with what they stand in are let go', () => {
  const there = new Set<number>()
  const fields = new MaskedFields(['passwords'], (wid) => there.has(wid))
  for (let wid = 1; wid <= 1000; wid++) {
    there.clear()
    there.add(wid)
    fields.note({ type: 'create', wid, class: 'TextEntry', args: ['', { password: true }] })
    expect(fields.has(wid)).toBe(true)
  }
  expect(fields.count).toBeLessThan(100)
  for (let wid = 1; wid <= 1000; wid++) there.add(wid)
  for (let wid = 1; wid <= 1000; wid++) {
    fields.note({ type: 'create', wid, class: 'TextEntry', args: ['', { password: true }] })
  }
  expect(fields.count).toBe(1000)
})

test('nothing is kept of widgets that no mask could mean', () => {
  const fields = new MaskedFields(['passwords', { type: 'Slider' }, /secret/], () => true)
  fields.note({ type: 'create', wid: 2, class: 'TextArea', args: ['much'] })
  fields.note({ type: 'create', wid: 3, class: 'TableView', args: [] })
  expect([fields.count, fields.wereMasked]).toEqual([0, false])
})
