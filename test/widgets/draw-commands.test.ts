import { expect, test } from 'vitest'
import { wrongCommand } from '../../src/widgets/draw-commands.ts'
import { drawCommand } from '../../src/widgets/media-payloads.ts'

test.each([
  [['beginPath']],
  [['fillRect', 0, 0, 10, 10]],
  [['fillStyle', 'red']],
  [['arc', 1, 2, 3, 0, 6]],
  [['arc', 1, 2, 3, 0, 6, true]],
  [['setLineDash', [4, 2]]],
  [['roundRect', 0, 0, 5, 5, [1, 2]]],
  [['roundRect', 0, 0, 5, 5, 3]],
  [['imageSmoothingEnabled', false]],
] as const)('%j is right', (command) => {
  expect([drawCommand.accepts(command), wrongCommand(command)]).toEqual([true, undefined])
})

test.each([
  [['fillStile', 'red'], 'does not know "fillStile". Did you mean "fillStyle"?'],
  [['constructor'], 'does not know "constructor". Did you mean '],
  [['canvas'], 'does not know "canvas". Did you mean '],
  [['fillRect', 0, 0], 'needs "fillRect" to have 4 arguments, got 2'],
  [['fillText', 'x'], 'needs "fillText" to have 3 to 4 arguments, got 1'],
  [['fillStyle'], 'needs "fillStyle" to have 1 argument, got 0'],
  [['beginPath', 1], 'needs "beginPath" to have 0 arguments, got 1'],
  [['lineTo', 'a', 1], 'needs argument 1 of "lineTo" to be a number, got "a"'],
  [['lineTo', 1, null], 'needs argument 2 of "lineTo" to be a number, got null'],
  [['setLineDash', 4], 'needs argument 1 of "setLineDash" to be a list of numbers, got 4'],
  [['roundRect', 0, 0, 5, 5, []], 'to be a number or a list of 1 to 4 numbers, got []'],
] as const)('%j is wrong: it %s', (command, reason) => {
  expect(wrongCommand(command)).toContain(reason)
})

test.each([[[]], ['fill'], [{}], [[1]], [null]])('%j is no command', (value) => {
  expect(drawCommand.accepts(value)).toBe(false)
})
