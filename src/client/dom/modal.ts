// Which dialog lets nothing else be used.

/** The modal dialog in front of all others: what stands outside of it is inert. Undefined when there is none. */
export function foremostModal(root: HTMLElement, closing?: Element): HTMLElement | undefined {
  const all = [...root.querySelectorAll<HTMLElement>('dialog:modal')]
  const open = all.filter((dialog) => dialog !== closing)
  // The one that was opened last has the focus; they need not stand in that order.
  return open.findLast((one) => one.contains(document.activeElement)) ?? open.at(-1)
}
