// The counter example: what it sends when it is mounted, and what a click costs.

import { expect, test } from 'vitest'
import { render } from 'treewire/testing'
import { App } from '../../examples/counter/app.tsx'

test('it mounts in one frame of creates, calls and listens', () => {
  const screen = render(<App />)
  expect(screen.takeFrames()).toHaveLength(1)
  expect(screen.take()).toEqual([
    'v create #1 TopLevel {"title":"Counter","closeable":false}',
    'v call #1 resize 260 null',
    'v create #2 VBox',
    'v call #2 set_spacing 8',
    'v call #2 set_padding 12',
    'v create #3 Label "Clicked 0 times"',
    'v call #2 add_widget #3',
    'v create #4 Button "Click me"',
    'v listen #4 activated',
    'v call #2 add_widget #4',
    'v call #1 set_widget #2',
    'v call #1 show',
  ])
})

test('each click costs one call', async () => {
  const screen = render(<App />)
  screen.take()
  await screen.click('Click me')
  await screen.click('Click me')
  expect(screen.take()).toEqual([
    '^ callback #4 activated',
    'v call #3 set_text "Clicked 1 times"',
    '^ callback #4 activated',
    'v call #3 set_text "Clicked 2 times"',
  ])
})
