// Widgets that are fetched together: menus, and the bars that they drop down from.

export * as declarations from '../../../widgets/classes/menus.ts'
export { Menu } from '../menu.ts'
export { MenuAction } from '../menu-action.ts'
export { MenuBar } from '../menu-bar.ts'
export { ToolBar } from '../tool-bar.ts'
export { ToolBarAction } from '../tool-bar-action.ts'
