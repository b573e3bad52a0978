// Where an error was, as a metric can tell it.

import { expect, test } from 'vitest'
import { errorPlace } from '../../src/session/error-place.ts'

test.each([
  ['App', 'App'],
  ['', ''],
  ['App > List > Row', 'Row'],
  ['App > Clock effect', 'Clock effect'],
  ['App > Page #1 > Row > HBox #4 > Button #7.onActivated', 'Row > Button.onActivated'],
  ['Page #1 > Button #7.onActivated', 'Button.onActivated'],
  ['App > VBox #2 > Label', 'Label'],
  ['Button #-3.activated', 'Button.activated'],
  ['#12.drop-end', '.drop-end'],
  ['Toast #5.close', 'Toast.close'],
  ['The prop "text" of Label #12', 'The prop "text" of Label'],
  ['authenticate', 'authenticate'],
])('%j is told as %j', (where, place) => {
  expect(errorPlace(where)).toBe(place)
})
