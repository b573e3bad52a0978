// What is masked cannot be read in a recording, and the recording is replayed all the same.

import { expect, test } from 'vitest'
import {
  Button,
  Label,
  Session,
  TextEntry,
  TextSource,
  TopLevel,
  useSession,
  useSignal,
  VBox,
} from 'treewire'
import { render, replay } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import type { Peer } from '../../../src/session/peer.ts'
import { MaskedFields } from '../../../src/session/recording/masked-fields.ts'
import type { Mask } from '../../../src/session/recording/record-options.ts'

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

function browser(): { peer: Peer; closed: number[] } {
  const closed: number[] = []
  const peer: Peer = {
    backlog: 0,
    send: () => undefined,
    close: (code) => closed.push(code),
  }
  return { peer, closed }
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

test('what was typed into a field that has gone meanwhile is masked', () => {
  const fields = new MaskedFields(['passwords'])
  fields.note({ type: 'create', wid: 2, class: 'TextEntry', args: ['', { password: true }] })
  fields.note({ type: 'call', wid: 2, method: 'destroy', args: [] })
  expect([fields.has(2), fields.areThere]).toEqual([true, true])
})

test('nothing is kept of widgets that no mask could mean', () => {
  const fields = new MaskedFields(['passwords', { type: 'Slider' }, /secret/])
  fields.note({ type: 'create', wid: 2, class: 'TextArea', args: ['much'] })
  fields.note({ type: 'create', wid: 3, class: 'TableView', args: [] })
  expect(fields.areThere).toBe(false)
})
