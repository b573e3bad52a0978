// Code that is wider than the page, in a view that shows markup.

import { expect } from 'vitest'
import { call, create, page, ref } from '../harness.ts'

export const wide = 'wide '.repeat(100)

/** @param text  has `wide` as its code */
export function expectScrolledCode(className: string, text: string): void {
  const here = page()
  here.send(create(1, 'ScrollArea'), create(2, 'VBox'), create(3, className, text))
  here.send(
    call(2, 'add_widget', ref(3)),
    call(1, 'set_widget', ref(2)),
    call(1, 'resize', 300, 200),
  )
  const area = here.widget(1).element
  here.root.append(area)
  const code = here.widget(3).element.querySelector('pre')!
  expect([area.scrollWidth, code.scrollWidth > code.clientWidth]).toEqual([300, true])
}
