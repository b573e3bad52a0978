// Every class of the catalog, with all that it can be made with, set to and asked: a stock browser is never told what
// it does not know, and everything that asks for an answer gets one.

import { describe, expect, test } from 'vitest'
import type { Json } from 'treewire/protocol'
import { widgetClasses } from '../../../src/widgets/catalog.ts'
import { call, create, end, listen, pair, ref } from './pair.ts'
import type { Message } from './pair.ts'

const all = [...widgetClasses.values()]

/** Where it can stand, as number 1. */
function inPlace(className: string): Message[] {
  if (className === 'MDISubWindow') return [create(1, 'MDIWidget'), call(1, 'add_widget', ref(2))]
  return [create(1, 'VBox'), call(1, 'add_widget', ref(2))]
}

describe.each(all.map((one) => [one.name, one] as const))('%s', (className, widgetClass) => {
  const { declaration, methods, events } = widgetClass
  const count = declaration.args?.length ?? 0
  const options = Object.entries(declaration.options ?? {})
  const args: Json[] = [
    ...(declaration.args ?? []).map(({ default: value }) => (value ?? null) as Json),
    Object.fromEntries(options.map(([name, { default: value }]) => [name, value as Json])),
  ]
  const isPlaced = declaration.base !== 'object' && declaration.window === undefined

  test('is made with nothing, and with every option', () => {
    const both = pair()
    both.say(create(2, className), create(3, className, ...args))
    if (count > 0) both.say(create(4, className, ...args.slice(0, count)))
    expect(both.browser.violations).toEqual([])
  })

  test('is told all that can be set, listened to, asked for, and ends', () => {
    const both = pair()
    const [owner, add] = inPlace(className)
    const content =
      className === 'MDISubWindow' ? [create(9, 'Label'), call(2, 'set_widget', ref(9))] : []
    both.say(create(2, className), ...content, ...(isPlaced ? [owner!, add!] : []))
    const answers: Message[] = []
    for (const [name, { kind, reset, params }] of methods) {
      if (kind === 'setter' && reset) answers.push(...both.say(call(2, name, ...reset)))
      const isSimple = params.every(({ optional }) => optional)
      const isAsked = kind === 'query' || kind === 'action'
      if (isAsked && isSimple && name !== 'destroy') answers.push(...both.say(call(2, name)))
    }
    for (const action of events.keys()) answers.push(...both.say(listen(2, action)))
    for (const action of events.keys())
      answers.push(...both.say({ type: 'unlisten', wid: 2, action }))
    // Of what there is nothing to be seen of nothing can be asked.
    const isNothing = className === 'Toast'
    expect(isNothing ? [] : answers.filter(({ type }) => type === 'error')).toEqual([])
    const ids = answers.filter(({ type }) => type !== 'callback').map(({ id }) => id)
    expect(ids).toEqual(ids.map((_, at) => at + 2))
    both.say(isPlaced ? end(1, 2) : call(2, 'destroy'))
    expect(both.browser.violations).toEqual([])
    expect(both.browser.widgets.size).toBe(isPlaced ? 1 : 0)
  })
})
