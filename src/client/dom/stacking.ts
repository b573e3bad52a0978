// Which of several elements is in front, by their levels.

/** Puts it in front of all the others, unless it is there. */
export function bringToFront(element: HTMLElement, others: readonly HTMLElement[]): void {
  const levels = others.map(levelOf)
  if (levels.some((level) => level >= levelOf(element))) setLevel(element, Math.max(...levels) + 1)
}

/** Puts it behind all the others, unless it is there. */
export function sendToBack(element: HTMLElement, others: readonly HTMLElement[]): void {
  const levels = others.map(levelOf)
  if (levels.some((level) => level <= levelOf(element))) setLevel(element, Math.min(...levels) - 1)
}

function levelOf({ style }: HTMLElement): number {
  return Number(style.zIndex)
}

function setLevel({ style }: HTMLElement, level: number): void {
  style.zIndex = String(level)
}
