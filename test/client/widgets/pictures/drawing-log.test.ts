import { expect, test } from 'vitest'
import { DrawingLog } from '../../../../src/client/widgets/pictures/drawing-log.ts'
import type { DrawCommand } from '../../../../src/widgets/draw-commands.ts'

const fill: DrawCommand = ['fill']
const clip: DrawCommand = ['clip']
const stroke: DrawCommand = ['stroke']

/** What is painted now, behind a `*` when all is wiped away before. */
function painted(log: DrawingLog, refuse?: DrawCommand): string {
  const isAnew = log.isAnew
  const names: string[] = []
  log.paint((command) => {
    if (command !== refuse) names.push(command[0])
    return command !== refuse
  })
  return (isAnew ? '*' : '') + names.join(' ')
}

test('each command is painted once', () => {
  const log = new DrawingLog(false)
  log.add([fill, clip])
  expect(painted(log)).toBe('*fill clip')
  log.add([stroke])
  expect([painted(log), painted(log)]).toEqual(['stroke', ''])
})

test('after a clear it begins anew', () => {
  const log = new DrawingLog(false)
  log.add([fill])
  painted(log)
  log.clear()
  log.add([clip])
  expect(painted(log)).toBe('*clip')
})

test('after a restart everything since the last clear is painted again', () => {
  const log = new DrawingLog(false)
  log.add([stroke])
  log.clear()
  log.add([fill, clip])
  painted(log)
  log.restart()
  expect(painted(log)).toBe('*fill clip')
})

test('one that is refused holds up those behind it', () => {
  const log = new DrawingLog(false)
  log.add([fill, clip, stroke])
  expect([painted(log, clip), painted(log, clip), painted(log)]).toEqual([
    '*fill',
    '',
    'clip stroke',
  ])
})

test('what waits is painted after a commit, the clear in front of it too', () => {
  const log = new DrawingLog(true)
  log.add([fill])
  expect(painted(log)).toBe('*')
  log.commit()
  expect(painted(log)).toBe('fill')
  log.clear()
  log.add([clip])
  expect(painted(log)).toBe('')
  log.commit()
  expect(painted(log)).toBe('*clip')
})

test('too much is forgotten once it is painted, and cannot be painted again', () => {
  const log = new DrawingLog(false, 10)
  log.add([['fillStyle', 'a very long colour'], fill])
  expect([log.isFull, log.isWhole]).toEqual([true, true])
  expect(painted(log)).toBe('*fillStyle fill')
  expect([log.isFull, log.isWhole]).toEqual([false, false])
  log.restart()
  expect(painted(log)).toBe('')
  log.clear()
  expect(log.isWhole).toBe(true)
})
