// Whatever is done with the examples says the same when it is replayed.

import { array, assert, asyncProperty, nat, tuple } from 'fast-check'
import type { Child } from 'treewire'
import { render, replay } from 'treewire/testing'
import type { ModelWidget, Rendered } from 'treewire/testing'
import { expect, test } from 'vitest'
import { App as Form } from '../../examples/form/app.tsx'
import { App as Todo } from '../../examples/todo/app.tsx'

/** A widget, and what is done to it, both by chance. */
type Deed = readonly [which: number, what: number]

const usable: ReadonlySet<string> = new Set(['Button', 'CheckBox', 'RadioButton', 'TextEntry'])

async function use(ui: Rendered, [which, what]: Deed): Promise<void> {
  const all = [...usable].flatMap((type) => ui.findAll({ type })).filter(canBeUsed)
  const widget = all[which % all.length]
  if (!widget) return
  if (widget.widgetClass.name !== 'TextEntry') await ui.click(widget)
  else if (what % 3 === 0) await ui.press('Enter', widget)
  else await ui.type(widget, 'abcdef'.slice(0, 1 + (what % 5)))
}

function canBeUsed(widget: ModelWidget): boolean {
  for (let at: ModelWidget | undefined = widget; at; at = at.parent) {
    if (at.state.get('enabled') === false || at.state.get('visible') === false) return false
  }
  return true
}

test.each<[name: string, shown: () => Child]>([
  ['todo', () => <Todo />],
  ['form', () => <Form />],
])('%s', async (_name, shown) => {
  await assert(
    asyncProperty(array(tuple(nat(), nat()), { maxLength: 12 }), async (deeds) => {
      const ui = render(shown, { record: { inMemory: true } })
      for (const deed of deeds) await use(ui, deed)
      ui.unmount()
      const { difference } = await replay(ui.session.recording!.text(), shown)
      expect(difference).toBeUndefined()
    }),
    { numRuns: 20 },
  )
})
