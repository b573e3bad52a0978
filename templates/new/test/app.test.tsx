// The interface without a browser: what it shows, and what becomes of what its user does.

import { render } from 'treewire/testing'
import { expect, test } from 'vitest'
import { App } from '../src/app.tsx'

test('what is added is shown, and what is done goes', async () => {
  const ui = render(<App />)
  await ui.type({ role: 'textbox', name: 'What is to be done' }, 'Water the plants')
  await ui.click('Add')
  expect(ui.find('Water the plants')).toBeDefined()
  await ui.click('Done')
  expect(ui.find('Nothing is left to do.')).toBeDefined()
  expect(ui.errors()).toEqual([])
})
