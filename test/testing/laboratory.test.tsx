// What the laboratory does with what cannot be done, and with dialogs.

import { expect, test } from 'vitest'
import { Dialog, Label, Page, useSignal, VBox } from 'treewire'
import { Laboratory } from 'treewire/testing'

function Greeting() {
  return (
    <Page>
      <Label>Hello</Label>
    </Page>
  )
}

function Answer() {
  const answer = useSignal('none')
  return (
    <Page>
      <VBox>
        <Label text={() => answer.value} />
        <Dialog
          title="Sure?"
          buttons={[
            ['No', 0],
            ['Yes', 1],
          ]}
          onActivated={(value) => (answer.value = `${value as number}`)}
        />
      </VBox>
    </Page>
  )
}

test('presses a button of a dialog by its text', () => {
  const lab = new Laboratory(() => <Answer />)
  const page = lab.open()
  lab.rest()
  page.fire('Yes', 'activated')
  lab.rest()
  expect(page.find({ type: 'Label' }).state.get('text')).toBe('1')
})

test('nobody does anything on a page that is closed', () => {
  const lab = new Laboratory(() => <Greeting />)
  const page = lab.open()
  lab.rest()
  lab.close(page)
  expect(() => page.fire('Hello', 'activated')).toThrow('The page is closed')
})

test('a page comes to the session of another one only where there is one', () => {
  const lab = new Laboratory(() => <Greeting />)
  const page = lab.open()
  expect(() => lab.open({ with: page })).toThrow('The other page has no session yet')
  lab.rest()
  expect(() => lab.open({ with: page })).not.toThrow()
})

test.each([-1, Number.NaN])('time does not go by %d ms', (milliseconds) => {
  const lab = new Laboratory(() => <Greeting />)
  expect(() => lab.advance(milliseconds)).toThrow('advance takes 0 or more milliseconds')
})
