import { expect, onTestFinished, test } from 'vitest'
import { followPointer, isHold } from '../../../src/client/dom/follow-pointer.ts'

/** A knob, and what is told while fingers are on it. */
function knob() {
  const element = document.createElement('div')
  const captured: number[] = []
  const told: string[] = []
  element.setPointerCapture = (pointerId) => void captured.push(pointerId)
  element.addEventListener('pointerdown', (event) => {
    if (!isHold(event)) return
    followPointer(event, {
      moved: ({ clientX }) => told.push(`moved to ${clientX}`),
      ended: () => told.push('ended'),
    })
  })
  document.body.append(element)
  onTestFinished(() => element.remove())
  const finger = (pointerId: number, type: string, clientX = 0, button = 0) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        pointerId,
        clientX,
        button,
        isPrimary: pointerId === 1,
        cancelable: true,
      }),
    )
  return { element, captured, told, finger }
}

test.each(['pointerup', 'pointercancel'])('a pointer is followed until %s', (type) => {
  const { finger, told, captured } = knob()
  expect(finger(1, 'pointerdown')).toBe(false)
  finger(1, 'pointermove', 5)
  finger(1, type, 5)
  finger(1, 'pointermove', 9)
  expect([captured, told]).toEqual([[1], ['moved to 5', 'ended']])
})

test('a second finger takes hold of nothing, moves nothing and ends nothing', () => {
  const { finger, told, captured } = knob()
  finger(1, 'pointerdown')
  finger(2, 'pointerdown')
  finger(2, 'pointermove', 50)
  finger(2, 'pointerup', 50)
  finger(1, 'pointermove', 5)
  expect([captured, told]).toEqual([[1], ['moved to 5']])
})

test('other buttons take hold of nothing', () => {
  const { finger, captured } = knob()
  expect([finger(1, 'pointerdown', 0, 2), captured]).toEqual([true, []])
})
