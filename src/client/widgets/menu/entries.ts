// The buttons that stand in a line: in a menu, in a bar of menus, in a tool bar.

/** Those that can be used now, in order; of a menu that stands in the line the button that opens it. */
export function entriesIn(line: HTMLElement): HTMLButtonElement[] {
  return [...line.children].flatMap((child) => {
    if (!(child instanceof HTMLElement) || child.hidden) return []
    const button = child.matches('.tw-menu') ? child.firstElementChild : child
    return button instanceof HTMLButtonElement && !button.disabled ? [button] : []
  })
}

/** The one that something happened in, if that is not deeper: in a menu of this line. */
export function entryAt(line: HTMLElement, { target }: Event): HTMLButtonElement | undefined {
  return entriesIn(line).find((entry) => entry.contains(target as Node))
}
