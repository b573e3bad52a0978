// The objects that travel in arguments of menus and tool bars.

import { size, url } from './payloads.ts'
import { boolean, either, nullable, object, string, widgetRef } from './types.ts'

/** How a menu looks in its bar. */
export const menuEntryOptions = object(
  'MenuEntryOptions',
  {},
  { icon_url: nullable(url), iconsize: nullable(size), icon_only: boolean },
)

/** Another member, as pgwidgets has it; or, which is ours, the name of the group on this page. */
export const toolGroup = either(nullable(widgetRef), string)

/** What a ToolBarAction is made with. */
export const toolBarActionOptions = object(
  'ToolBarActionOptions',
  {},
  {
    text: nullable(string),
    icon_url: nullable(url),
    iconsize: nullable(size),
    toggle: boolean,
    group: toolGroup,
    menu: nullable(widgetRef),
  },
)
