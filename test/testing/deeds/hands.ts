// What a user does with the keyboard on a page.

import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'

export async function press(element: Element, keys: string): Promise<void> {
  await focus(element)
  await userEvent.keyboard(keys)
}

export async function focus(element: Element): Promise<void> {
  ;(element as HTMLElement).focus()
  await expect.poll(() => element.contains(document.activeElement)).toBe(true)
}
