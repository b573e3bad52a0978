// Windows that are not shown yet, because something beside them is waited for, and end before they are.

import { Dialog, Page, signal, Suspense, VBox } from 'treewire'
import { render } from 'treewire/testing'
import { expect, test } from 'vitest'
import type { GroupNode, Node } from '../../src/reconciler/node.ts'
import { insideOf } from '../../src/session/session.ts'

async function Never() {
  await new Promise(() => undefined)
  return null
}

function offstageIn(node: Node | undefined): GroupNode | undefined {
  if (!node) return undefined
  if (node.kind === 'group' && node.isOffstage) return node
  return node.children.map((child) => offstageIn(child ?? undefined)).find(Boolean)
}

test('they are not kept', async () => {
  const isOpen = signal(false)
  const screen = render(
    <Page>
      <VBox>
        <Suspense fallback={null}>
          <Never />
          {() => isOpen.value && <Dialog title="Wait" />}
        </Suspense>
      </VBox>
    </Page>,
  )
  for (let times = 0; times < 3; times++) {
    isOpen.value = !isOpen.value
    await screen.settled()
  }
  const group = offstageIn(insideOf(screen.session).root)
  expect(group?.windows?.size).toBe(1)
  isOpen.value = false
  await screen.settled()
  expect(group?.windows?.size).toBe(0)
})
