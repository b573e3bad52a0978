// Classes whose widgets may have to be made once more, because something of them cannot be changed or taken away.

const classes: ReadonlySet<string> = new Set([
  'CheckBox',
  'Expander',
  'TextEntry',
  'TextEntrySet',
  'Splitter',
  'MenuBar',
  'Menu',
  'ToolBar',
])

/** Whether what its widgets are told is kept, to be said again. */
export function isMadeAnew(className: string): boolean {
  return classes.has(className)
}
