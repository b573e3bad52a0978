// Wrong arguments from the wire: every method of every class says which one is wrong, and goes on.

import { expect, test } from 'vitest'
import { eager, lazy } from '../../src/client/widgets/index.ts'
import type { Json } from '../../src/protocol/messages.ts'
import { widgetClasses } from '../../src/widgets/catalog.ts'
import type { Param } from '../../src/widgets/define.ts'
import { call, create, page, ready } from './harness.ts'

const everyClass = [...Object.keys(eager), ...Object.keys(lazy)]
await ready(...everyClass)

/** Of anything but a type that takes all, one of these is none. */
const strangers: readonly Json[] = [{ stranger: [null] }, 'stranger \u2603', -0.5, true, [[[]]]]

function wrongFor({ type }: Param): Json | undefined {
  return strangers.find((value) => !type.accepts(value))
}

/** What the constructor cannot do without. */
const given: Readonly<Record<string, readonly Json[]>> = {
  TextBufferRef: [{ __wid__: 2 }, 0],
}

test.each(everyClass)('%s', (className) => {
  const { send, sent, ask } = page()
  send(create(2, 'TextSource', 'text'), create(1, className, ...(given[className] ?? [])))
  expect(sent()).toEqual([])
  const { methods } = widgetClasses.get(className)!
  for (const [method, { params }] of methods) {
    for (const [at, param] of params.entries()) {
      const wrong = wrongFor(param)
      if (wrong === undefined) continue
      const before = params.slice(0, at).map((one) => (one.optional ? null : rightFor(one)))
      if (before.includes(undefined)) continue
      send({ ...call(1, method, ...(before as Json[]), wrong), id: 7 })
      const [answer] = sent() as { type: string; error?: string }[]
      expect(answer?.error, `${className}.${method}`).toMatch(
        `${className}.${method} needs "${param.name}" to be `,
      )
    }
  }
  const isWidget = widgetClasses.get(className)!.declaration.base !== 'object'
  expect(isWidget ? ask(1, 'is_visible') : true).toEqual(expect.any(Boolean))
})

/** A value that the type takes, if one of these is. */
function rightFor({ type }: Param): Json | undefined {
  const values: readonly Json[] = [0, '', true, [], {}, null, { __wid__: 1 }]
  return values.find((value) => type.accepts(value))
}
