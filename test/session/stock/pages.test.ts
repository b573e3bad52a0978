// Which page is shown: whatever is put in, moved, ended and chosen, it is the one that our own pages would show.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, before, call, create, end, listen, pair, ref } from './pair.ts'
import type { Message } from './pair.ts'
import { refTo } from './stock-methods.ts'

const step = fc.tuple(fc.constantFrom('new', 'move', 'end', 'index', 'user'), fc.nat(9), fc.nat(9))
const frames = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), {
  minLength: 2,
  maxLength: 12,
})

test.each(['TabWidget', 'StackWidget'])('of a %s', (className) => {
  fc.assert(
    fc.property(frames, (all) => {
      const both = pair()
      both.say(create(1, className), listen(1, 'page-switch'))
      const pages: number[] = []
      let [shown, last]: [number | undefined, number] = [undefined, 1]
      const take = ([kind, a, b]: readonly [string, number, number]): Message[] => {
        const wid = kind === 'new' ? ++last : pages[a % pages.length]
        if (wid === undefined || kind === 'user') return []
        const from = pages.indexOf(wid)
        if (kind === 'index') {
          shown = wid
          return [call(1, 'set_index', from)]
        }
        if (from >= 0) pages.splice(from, 1)
        if (kind === 'end') {
          if (shown === wid) shown = pages[Math.min(from, pages.length - 1)]
          return [end(1, wid)]
        }
        const to = b % (pages.length + 1)
        const sibling = pages[to]
        pages.splice(to, 0, wid)
        shown ??= wid
        const put = sibling === undefined ? add(1, wid) : before(1, wid, sibling)
        return kind === 'new' ? [create(wid, 'Label', `${wid}`), put] : [put]
      }
      for (const steps of all) {
        const messages = steps.flatMap(take)
        if (messages.length > 0) both.say(...messages)
        const owner = both.browser.only(className)
        expect(owner.shown?.args[0]).toBe(shown === undefined ? undefined : `${shown}`)
        const [, a] = steps.find(([kind]) => kind === 'user') ?? []
        const chosen = a === undefined ? undefined : owner.children[a % owner.children.length]
        if (!chosen || chosen === owner.shown) continue
        owner.shown = chosen
        const at = owner.children.indexOf(chosen)
        shown = pages[at]
        expect(both.up(both.browser.fire(owner, 'page-switch', refTo(chosen), at))).toEqual([
          {
            type: 'callback',
            wid: 1,
            action: 'page-switch',
            args: [{ ...ref(shown!), __class__: 'Label' }, at],
          },
        ])
      }
      expect(both.browser.violations).toEqual([])
    }),
    { numRuns: 100, seed: 1 },
  )
})
