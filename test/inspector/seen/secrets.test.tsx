// What nobody is shown: passwords, wherever they come up.

import { Button, Label, Page, Session, TextEntry, useSignal, VBox } from 'treewire'
import type { Handle } from 'treewire'
import { ManualClock, render } from 'treewire/testing'
import type { Rendered } from 'treewire/testing'
import { expect, onTestFinished, test } from 'vitest'
import { outlineData } from '../../../src/inspector/views/outline-data.ts'
import { detailsOf } from '../../../src/inspector/seen/details.ts'
import { Secrets } from '../../../src/inspector/seen/secrets.ts'
import { signalRowsOf } from '../../../src/inspector/seen/signal-rows.ts'
import { treeDataOf } from '../../../src/inspector/seen/tree-data.ts'
import { nodesFrom } from '../../../src/inspector/seen/walk.ts'
import { Watch } from '../../../src/inspector/seen/watch.ts'
import type { RequestId, ServerMessage } from '../../../src/protocol/messages.ts'
import { Onlooker } from '../../session/onlooker.ts'

function watch(screen: Rendered | { readonly session: Session }): Watch {
  const made = new Watch(screen.session, new ManualClock(), () => {})
  onTestFinished(() => made.end())
  return made
}

/** Everything that could be shown of a session, as one text. */
function allOf({ inside: { root }, log, history, messages: { messages } }: Watch): string {
  const states = messages.map((_, at) =>
    outlineData(history.after(messages.slice(0, at + 1)).browser.windows, log.secrets.look()),
  )
  return JSON.stringify([
    messages.map(({ message, doer }) => [message, doer]),
    log.renders.items,
    treeDataOf(root, log),
    signalRowsOf(root, log),
    [...nodesFrom(root)].map((node) => detailsOf(node, log)),
    states,
  ])
}

/** What is bound goes by a signal; of what is not, the application keeps what it is told. */
function SignIn() {
  const password = useSignal('')
  const again = useSignal('')
  const isShown = useSignal(false)
  return (
    <Page>
      <VBox>
        <TextEntry label="Password" password={() => !isShown.value} bind={password} />
        <TextEntry label="Again" password onModified={(text) => (again.value = text)} />
        <Button onActivated={() => (password.value = 'made up 9')}>Make one up</Button>
        <Button onActivated={() => (isShown.value = true)}>Show</Button>
        <Said text={`${password.value} and ${again.value}`} length={password.value.length} />
      </VBox>
    </Page>
  )
}

function Said({ text, length }: { readonly text: string; readonly length: number }) {
  return <Label text={`${text}, ${length}`} />
}

test('what is typed into a field for a password is dots, and so is it wherever else it comes up', async () => {
  const screen = render(<SignIn />)
  const seen = watch(screen)
  await screen.fire({ label: 'Password' }, 'modified', 'hunt')
  await screen.fire({ label: 'Password' }, 'modified', 'hunter2 "x"')
  await screen.fire({ label: 'Again' }, 'modified', 'other one')
  const all = allOf(seen)
  expect(all).not.toMatch(/hunt|er2|other one/)
  expect(all).toContain('SignIn useSignal 1 changed to another \\"••••••\\"')
  expect(all).toContain('•••••• and ••••••, 11')
  expect(screen.find({ type: 'Label' }).state.get('text')).toBe('hunter2 "x" and other one, 11')
})

test('what stood there before anybody looked is dots too', async () => {
  const screen = render(<SignIn />)
  await screen.fire({ label: 'Password' }, 'modified', 'hunter2')
  await screen.fire({ label: 'Again' }, 'modified', 'other one')
  const all = allOf(watch(screen))
  expect(all).not.toMatch(/hunter2|other one/)
})

test('what the application puts there is dots before it is there', async () => {
  const screen = render(<SignIn />)
  const seen = watch(screen)
  await screen.fire('Make one up', 'activated')
  expect(allOf(seen)).not.toContain('made up 9')
  expect(allOf(seen)).toContain('••••••')
})

test('a field that shows its text to its user was for a password, and stays so', async () => {
  const screen = render(<SignIn />)
  const seen = watch(screen)
  await screen.fire('Show', 'activated')
  await screen.fire({ label: 'Password' }, 'modified', 'hunter2')
  expect(allOf(seen)).not.toContain('hunter2')
})

test('other fields are shown as they are', async () => {
  const screen = render(
    <Page>
      <VBox>
        <TextEntry label="Name" />
        <TextEntry label="Password" password onModified={() => {}} />
      </VBox>
    </Page>,
  )
  const seen = watch(screen)
  await screen.fire({ label: 'Password' }, 'modified', 'a')
  const all = allOf(seen)
  expect(all).toContain('label=\\"Name\\"')
  expect(all).not.toContain('"a"')
})

function byHand(): { readonly session: Session; readonly page: Onlooker } {
  const session = new Session()
  onTestFinished(() => session.destroy())
  return { session, page: new Onlooker(session, 'page') }
}

function fieldWith(session: Session, text: string): Handle<'TextEntry'> {
  const field = session.create('TextEntry', [text, { password: true }])
  field.on('modified', () => {})
  return field
}

test('a field that is made by hand is one, whenever it was made', () => {
  const { session, page } = byHand()
  const before = fieldWith(session, 'the first')
  page.take()
  const seen = watch({ session })
  const after = fieldWith(session, 'the second')
  page.take()
  page.fire(before.wid, 'modified', 'typed first')
  page.fire(after.wid, 'modified', 'typed second')
  const all = allOf(seen)
  expect(all).not.toMatch(/the second|typed/)
  expect(all.match(/"action":"modified","args":\["••••••"\]/g)).toHaveLength(2)
})

test('what a page answers of a field for a password is dots, of another it is shown', async () => {
  const { session, page } = byHand()
  const seen = watch({ session })
  const fields = [fieldWith(session, ''), session.create('TextEntry', [''])]
  for (const field of fields) {
    const answer = field.getText()
    session.flush()
    const asked = page.peer.takeAll().flatMap((frame) => JSON.parse(frame) as ServerMessage[])
    const question = asked.find((one) => 'method' in one && one.method === 'get_text')
    page.say({ type: 'result', id: idOf(question!), value: `typed in ${field.wid}` })
    expect(await answer).toBe(`typed in ${field.wid}`)
  }
  const all = allOf(seen)
  expect([all.includes('typed in 1'), all.includes('typed in 2')]).toEqual([false, true])
})

function idOf(message: ServerMessage): RequestId {
  return 'id' in message && message.id !== undefined ? message.id : 0
}

test('of texts that begin alike nothing is left over', () => {
  const secrets = new Secrets(undefined, () => undefined)
  const create = (text: string) =>
    secrets.said({ type: 'create', wid: 1, class: 'TextEntry', args: [text, { password: true }] })
  for (const text of ['pass', 'password', 'pas']) create(text)
  const hide = secrets.look()
  expect(['my password', 'passwords', 'pas', 'past'].map(hide)).toEqual([
    'my ••••••',
    '••••••s',
    '••••••',
    'past',
  ])
})

test('of very many texts the newest are remembered', () => {
  const secrets = new Secrets(undefined, () => undefined)
  secrets.said({ type: 'create', wid: 1, class: 'TextEntry', args: ['', { password: true }] })
  for (let at = 0; at <= 100; at++) {
    secrets.said({ type: 'call', wid: 1, method: 'set_text', args: [`secret ${at}`] })
  }
  const hide = secrets.look()
  expect([hide('secret 100'), hide('secret 1'), hide('secret 0')]).toEqual([
    '••••••',
    '••••••',
    'secret 0',
  ])
})
