// The corner that all toasts of a page stand in. It is there while one of them is, and keeps nothing but them.

import { make } from '../dom/place.ts'

/** Puts a toast last, nearest to the corner. */
export function putIntoRegion(root: HTMLElement, toast: HTMLElement): HTMLElement {
  const region = root.querySelector<HTMLElement>(':scope > .tw-toasts') ?? makeRegion(root)
  region.append(toast)
  // Shown anew it stands in front of a dialog that has been opened in the meantime.
  if (region.matches(':popover-open')) region.hidePopover()
  region.showPopover()
  return region
}

export function takeOutOfRegion(region: HTMLElement, toast: HTMLElement): void {
  const next = toast.contains(document.activeElement) ? neighbourOf(toast) : undefined
  toast.remove()
  next?.querySelector<HTMLElement>('button:not([hidden])')?.focus()
  if (region.childElementCount === 0) region.remove()
}

/** Whether somebody is about to read or use what is in it. */
export function isRegionUsed(region: HTMLElement): boolean {
  return document.hidden || region.matches(':hover') || region.matches(':focus-within')
}

function neighbourOf(toast: HTMLElement): Element | undefined {
  return toast.nextElementSibling ?? toast.previousElementSibling ?? undefined
}

function makeRegion(root: HTMLElement): HTMLElement {
  const region = make('div', 'tw-toasts')
  region.role = 'region'
  region.ariaLabel = 'Notifications'
  region.popover = 'manual'
  root.append(region)
  return region
}
