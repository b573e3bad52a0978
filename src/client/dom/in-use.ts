// Messages that go by themselves stay as long as somebody needs them.

/** Whether somebody is about to read or use what is in it, or could not have seen it yet. */
export function isInUse(element: Element): boolean {
  return document.hidden || element.matches(':hover') || element.matches(':focus-within')
}
