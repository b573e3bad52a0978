// A session with the form: when it complains, when it can be sent, what it says at the end.

import { expect, test } from 'vitest'
import { render, type Rendered } from 'treewire/testing'
import { App } from '../../examples/form/app.tsx'

async function type(screen: Rendered, name: string, text: string): Promise<void> {
  await screen.clear({ name })
  await screen.type({ name }, text)
}

const errorOf = (screen: Rendered, label: string): unknown =>
  screen.find({ label }).state.get('error') ?? ''

const canSubmit = (screen: Rendered): boolean =>
  screen.find('Sign up').state.get('enabled') !== false

async function filled(): Promise<Rendered> {
  const screen = render(<App />)
  await type(screen, 'Name', 'Ada Lovelace')
  await type(screen, 'Email', 'ada@example.com')
  await type(screen, 'Password', 'analytical1')
  await type(screen, 'Password again', 'analytical1')
  await screen.select({ name: 'Country' }, 'United Kingdom')
  await screen.check('I accept the terms')
  return screen
}

test('an untouched form does not complain, and cannot be sent', () => {
  const screen = render(<App />)
  const complaining = screen.findAll({}).filter(({ state }) => (state.get('error') ?? '') !== '')
  expect(complaining).toEqual([])
  expect(canSubmit(screen)).toBe(false)
  expect(screen.find('6 fields still need you.')).toBeDefined()
})

test('a field complains once it was changed, until it is right', async () => {
  const screen = render(<App />)
  await type(screen, 'Email', 'ada')
  expect(errorOf(screen, 'Email')).toBe('This is not an email address.')
  await screen.clear({ name: 'Email' })
  expect(errorOf(screen, 'Email')).toBe('This is not an email address.')
  await type(screen, 'Email', 'ada@example.com')
  expect(errorOf(screen, 'Email')).toBe('')
})

test('an edit that changes no message sends nothing', async () => {
  const screen = render(<App />)
  await screen.type({ name: 'Email' }, 'a')
  screen.take()
  await screen.type({ name: 'Email' }, 'd')
  expect(screen.take('path')).toEqual(['^ callback TextEntry(Email) modified "ad"'])
})

test('the second password follows the first', async () => {
  const screen = await filled()
  await type(screen, 'Password', 'analytical2')
  expect(errorOf(screen, 'Password again')).toBe('The passwords differ.')
  expect(canSubmit(screen)).toBe(false)
})

test('a form that is filled in can be sent, and says what it was told', async () => {
  const screen = await filled()
  expect(canSubmit(screen)).toBe(true)
  await screen.select('Team')
  await type(screen, 'Seats', '12')
  await screen.check('Pay yearly')
  await screen.fire({ label: 'Hours a week' }, 'activated', 20)

  await screen.click('Sign up')

  const dialog = screen.find({ type: 'Dialog' })
  const texts = screen.findAll({ type: 'Label' }).map(({ state }) => state.get('text'))
  expect(dialog.isShown).toBe(true)
  expect(texts).toEqual(expect.arrayContaining(['Ada Lovelace', 'Team, seats: 12', 'Yearly']))
  expect(texts).toContain('20 hours a week')
  expect(texts).not.toContain('analytical1')
})

test('closing the dialog leaves the form as it is', async () => {
  const screen = await filled()
  await screen.click('Sign up')
  await screen.click({ role: 'button', name: 'Done' })
  expect(screen.findAll({ type: 'Dialog' })).toEqual([])
  expect(screen.find({ label: 'Name' }).state.get('text')).toBe('Ada Lovelace')
})

test('one plan at a time is chosen', async () => {
  const screen = await filled()
  await screen.select('Company')
  await screen.select('Free')
  await screen.click('Sign up')
  expect(screen.find('Free, seats: 1')).toBeDefined()
})
