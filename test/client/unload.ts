// A document is left.

/** Tells its pages, and takes them away by `close`. What they have stored stays. */
export function unload(close: () => void): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide'))
  const stored = Object.entries<string>(sessionStorage as unknown as Record<string, string>)
  close()
  for (const [name, value] of stored) sessionStorage.setItem(name, value)
}
