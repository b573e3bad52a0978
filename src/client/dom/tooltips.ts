// Hints of elements that have one in `data-tooltip`. The code that shows them is fetched when the first is due.

/** Looks after all hints in `root`, until `signal` says that it is over. */
export function watchTooltips(root: HTMLElement, signal: AbortSignal): void {
  const awake = new AbortController()
  const wake = (event: Event): void => {
    const { target } = event
    if (!(target instanceof Element) || !target.closest('[data-tooltip]')) return
    awake.abort()
    import('./tooltip.ts').then(({ Tooltip }) => Tooltip.watch(root, signal, event), failed)
  }
  const both = AbortSignal.any([signal, awake.signal])
  root.addEventListener('pointerover', wake, { signal: both })
  root.addEventListener('focusin', wake, { signal: both })
}

function failed(reason: unknown): void {
  console.error('Hints are not shown, because their code could not be loaded:', reason)
}
