// The interface without a browser: what it shows, and what becomes of a click.

import { render } from 'treewire/testing'
import { expect, test } from 'vitest'
import { App } from '../src/app.tsx'

test('what is added is shown, and what is done goes', async () => {
  const screen = render(<App />)
  await screen.type({ role: 'textbox' }, 'Water the plants')
  await screen.click('Add')
  expect(screen.find('Water the plants')).toBeDefined()
  await screen.click('Done')
  expect(screen.find('Nothing is left to do.')).toBeDefined()
  expect(screen.errors()).toEqual([])
})
