// The corner that all toasts of a page stand in. It is there while one of them is, and keeps nothing but them.
//
// What stands outside of a modal dialog cannot be used while that is open. So the corner stands in the dialog that
// is open when a toast is shown, and leaves it when it closes.

import { foremostModal } from '../dom/modal.ts'
import { make } from '../dom/place.ts'

/** Puts a toast last, nearest to the corner. */
export function putIntoRegion(root: HTMLElement, toast: HTMLElement): HTMLElement {
  const region = root.querySelector<HTMLElement>('.tw-toasts') ?? makeRegion()
  region.append(toast)
  bringForward(root, region)
  return region
}

export function takeOutOfRegion(region: HTMLElement, toast: HTMLElement): void {
  const next = toast.contains(document.activeElement) ? neighbourOf(toast) : undefined
  toast.remove()
  next?.querySelector<HTMLElement>('button:not([hidden])')?.focus()
  if (region.childElementCount === 0) region.remove()
}

/** In front of all dialogs, and in the foremost of those that let nothing else be used. */
function bringForward(root: HTMLElement, region: HTMLElement, closing?: Element): void {
  const dialog = foremostModal(root, closing)
  const home = dialog ?? root
  if (region.matches(':popover-open')) region.hidePopover()
  const isMove = region.parentElement !== home
  if (isMove) home.append(region)
  region.showPopover()
  if (isMove && dialog) leaveInTime(root, region, dialog)
}

/** Not every browser tells that a dialog is about to close; all tell that it has closed. */
function leaveInTime(root: HTMLElement, region: HTMLElement, dialog: HTMLElement): void {
  const listening = new AbortController()
  const leave = (event: Event): void => {
    if (event.target !== dialog) return
    listening.abort()
    if (region.parentElement === dialog) bringForward(root, region, dialog)
  }
  for (const type of ['beforetoggle', 'close']) {
    dialog.addEventListener(type, leave, { signal: listening.signal })
  }
}

function neighbourOf(toast: HTMLElement): Element | undefined {
  return toast.nextElementSibling ?? toast.previousElementSibling ?? undefined
}

function makeRegion(): HTMLElement {
  const region = make('div', 'tw-toasts')
  region.role = 'region'
  region.ariaLabel = 'Notifications'
  region.popover = 'manual'
  return region
}
