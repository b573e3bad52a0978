// Puts elements where they belong without taking out what already stands there.

/**
 * Makes `element` stand in `host` right in front of `before`, or last when that is null.
 *
 * An element that stands there is not touched. One that is on the page already is moved without being
 * detached where the browser can do so: focus, scroll positions and frames survive.
 */
export function placeBefore(host: Element, element: Element, before: Element | null): void {
  if (element.parentNode === host && element.nextElementSibling === before) return
  const isMove = host.isConnected && element.isConnected && 'moveBefore' in host
  if (isMove) host.moveBefore(element, before)
  else host.insertBefore(element, before)
}

/** A new element with classes, e.g. `make('div', 'tw-tab-strip')`. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...classes: readonly string[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (classes.length > 0) element.className = classes.join(' ')
  return element
}

/** Gives an element classes that it does not have yet. `classList` would be one more object for each element. */
export function addClasses(element: HTMLElement, ...classes: readonly string[]): void {
  const { className } = element
  const added = classes.join(' ')
  element.className = className === '' ? added : `${className} ${added}`
}
