// Menus and tool bars.

import { Button, Menu, MenuAction, MenuBar, ToolBar, ToolBarAction } from 'treewire'

export const menus = [
  <MenuBar label="Editor">
    <Menu text="File">
      <MenuAction text="New" />
      <MenuAction text="Open …" shortcut="Ctrl+O" />
      <Menu text="Recent">
        <MenuAction text="letter.md" />
        <MenuAction text="budget.csv" />
      </Menu>
    </Menu>
    <Menu text="View">
      <MenuAction text="Line numbers" checkable checked />
      <MenuAction text="Full screen" checkable />
    </Menu>
  </MenuBar>,
  <Menu text="Edit">
    <MenuAction text="Cut" />
    <MenuAction text="Copy" />
    <MenuAction text="Paste" />
  </Menu>,
  <MenuAction text="Save" />,
  <ToolBar label="Text">
    <ToolBarAction text="Bold" toggle />
    <ToolBarAction text="Italic" toggle />
    <Button variant="primary">Send</Button>
  </ToolBar>,
  <ToolBarAction text="Bold" toggle />,
]
