// A prop that refers to another widget, told to another browser: never before that widget is.

import { expect, test } from 'vitest'
import { Label, Menu, MenuAction, signal, VBox } from 'treewire'
import { render } from 'treewire/testing'

test('a reference to a widget that stands further down is told when all are there', () => {
  const menu = signal<Menu | null>(null)
  const screen = render(
    <VBox>
      <Label text="More" menu={menu} />
      <Menu ref={(handle) => (menu.value = handle ?? null)}>
        <MenuAction text="Copy" />
      </Menu>
    </VBox>,
  )
  screen.session.flush()
  screen.take()
  screen.reconnect()
  expect(screen.errors()).toEqual([])
  expect(screen.take().filter((line) => line.includes('menu'))).toEqual(['v call #2 set_menu #3'])
})

test('a reference to a widget that stands further up rides in the create', () => {
  const menu = signal<Menu | null>(null)
  const screen = render(
    <VBox>
      <Menu ref={(handle) => (menu.value = handle ?? null)}>
        <MenuAction text="Copy" />
      </Menu>
      <Label text="More" menu={menu} />
    </VBox>,
  )
  screen.session.flush()
  screen.take()
  screen.reconnect()
  expect(screen.take()).toContain('v create #4 Label "More" {"menu":#2}')
})
