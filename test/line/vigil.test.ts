import { describe, expect, test } from 'vitest'
import { Vigil } from '../../src/line/vigil.ts'
import { FakeClock } from './fakes.ts'

const mebibyte = 1024 * 1024

function vigil({ beat = 0, isBehind = (): boolean => false } = {}) {
  const clock = new FakeClock()
  const lost: number[] = []
  const watch: Vigil = new Vigil({ clock, beat, isBehind, lost: () => lost.push(clock.now()) })
  watch.start()
  return { clock, lost, watch }
}

describe('a line on which nothing comes', () => {
  test('is lost after two and a half beats', () => {
    const { clock, lost } = vigil({ beat: 1000 })
    clock.pass(2499)
    expect(lost).toEqual([])
    clock.pass(1)
    expect([lost, clock.waiting]).toEqual([[2500], 0])
  })

  test('is kept by every frame', () => {
    const { clock, lost, watch } = vigil({ beat: 1000 })
    for (let at = 0; at < 20; at++) {
      clock.pass(2400)
      watch.came()
    }
    expect(lost).toEqual([])
  })

  test('is as good as any to a server that has no beat', () => {
    const { clock, lost, watch } = vigil()
    watch.came()
    expect(clock.waiting).toBe(0)
    clock.pass(1e9)
    expect(lost).toEqual([])
  })
})

describe('a line on which nothing is heard', () => {
  test('is lost ten seconds after the first that was said', () => {
    const { clock, lost, watch } = vigil()
    watch.sent(0)
    clock.pass(9000)
    watch.sent(0)
    clock.pass(1000)
    expect([lost, clock.waiting]).toEqual([[10_000], 0])
  })

  test('is kept when something is, and watched for the rest', () => {
    const { clock, lost, watch } = vigil()
    watch.sent(16)
    clock.pass(9000)
    watch.heard(16)
    clock.pass(9000)
    expect(lost).toEqual([])
    clock.pass(1001)
    expect(lost).toEqual([19_001])
  })

  test('leaves no timer when all is heard', () => {
    const { clock, watch } = vigil()
    watch.sent(16)
    watch.heard(0)
    expect(clock.waiting).toBe(0)
  })

  test('has the time that many bytes need at 128 kbit/s', () => {
    const { clock, lost, watch } = vigil()
    watch.sent(mebibyte)
    clock.pass(10_000 + mebibyte / 16 - 1)
    expect(lost).toEqual([])
    clock.pass(1)
    expect(lost).toHaveLength(1)
  })

  test('is not lost while frames that have come are not read', () => {
    let isBehind = true
    const { clock, lost, watch } = vigil({ isBehind: () => isBehind })
    watch.sent(0)
    clock.pass(25_000)
    expect(lost).toEqual([])
    isBehind = false
    clock.pass(10_000)
    expect(lost).toHaveLength(1)
  })
})

describe('a line that is only slow', () => {
  /** How long each of the next lines held, if every one is as silent as the last. */
  function patience(count: number) {
    const { clock, lost, watch } = vigil({ beat: 1000 })
    const held: number[] = []
    for (let at = 0; at < count; at++) {
      const since = clock.now()
      watch.start()
      while (lost.length === at) clock.pass(500)
      held.push(clock.now() - since)
    }
    return held
  }

  test('is waited for twice as long by each next one, up to sixteen times', () => {
    expect(patience(6)).toEqual([2500, 5000, 10_000, 20_000, 40_000, 40_000])
  })

  test.each([
    ['frames', (watch: Vigil) => watch.came()],
    [
      'being heard',
      (watch: Vigil) => {
        watch.came()
        watch.sent(0)
        watch.heard(0)
      },
    ],
  ])('is an ordinary one again when it has outlived its patience, by %s', (_, sign) => {
    const { clock, lost, watch } = vigil({ beat: 4000 })
    clock.pass(10_000)
    watch.start()
    for (let at = 0; at < 6; at++) {
      clock.pass(4000)
      sign(watch)
    }
    clock.pass(9999)
    expect(lost).toHaveLength(1)
    sign(watch)
    clock.pass(10_000)
    expect(lost).toHaveLength(2)
  })
})

test('nothing is watched before the greeting and after the end', () => {
  const { clock, lost, watch } = vigil({ beat: 1000 })
  watch.sent(0)
  watch.stop()
  watch.came()
  watch.sent(0)
  watch.heard(1)
  expect(clock.waiting).toBe(0)
  clock.pass(1e9)
  expect(lost).toEqual([])
})
