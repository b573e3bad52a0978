// What a child brings for the window that it is put in.

import type { BrowserMethods } from '../../../widgets/derive.ts'
import type { MDISubWindow } from '../mdi-sub-window.ts'

export type WindowOptions = NonNullable<Parameters<BrowserMethods<'MDIWidget'>['add_widget']>[1]>

/** What is left out stays as it is. */
export function configure(window: MDISubWindow, options: WindowOptions): void {
  const { title, icon_url, width, height, x, y } = options
  const [across, down] = window.frame.size
  if (title !== undefined) window.set_title(title)
  if (icon_url !== undefined) window.set_icon_url(icon_url)
  if (width !== undefined || height !== undefined) window.resize(width ?? across, height ?? down)
  if (typeof x === 'number' && typeof y === 'number') window.set_position(x, y)
}
