// The messages that the widget on show costs. A second session shows the same element to a model of a browser:
// there nothing else is sent, so every line belongs to the widget.

import { useEffect, useRef, useSignal, useSignalEffect, untracked } from 'treewire'
import type { ReadonlySignal } from 'treewire'
import { render, type Rendered } from 'treewire/testing'
import { isPlain, type Exhibit, type Happening } from './use-exhibit.ts'

const mostLines = 40
const longest = 240

/** @returns what was sent last first, and what was sent at once in its order */
export function useStream(exhibit: Exhibit): ReadonlySignal<readonly string[]> {
  const lines = useSignal<readonly string[]>([])
  const mirror = useRef<Rendered>()
  const add = (news: readonly string[]) => {
    if (news.length > 0) lines.value = [...news.map(shortened), ...lines.peek()].slice(0, mostLines)
  }
  const collect = () => add(mirror.current?.take() ?? [])
  useEffect(() => {
    const defer = (flush: () => void) => queueMicrotask(() => [flush(), collect()])
    mirror.current = render(() => exhibit.live(() => {}), { defer })
    collect()
    return () => mirror.current?.unmount()
  }, [])
  useSignalEffect(() => {
    const [latest] = exhibit.happenings.value
    if (latest) untracked(() => void repeated(mirror.current, latest).then(add))
  })
  return lines
}

/**
 * Has the model do what the user did. Its widgets have other numbers and it has no files, so what tells of these
 * is only written down.
 */
async function repeated(
  mirror: Rendered | undefined,
  { action, args, line }: Happening,
): Promise<readonly string[]> {
  if (!mirror || action === undefined || !args.every(isPlain)) return [line]
  try {
    await mirror.fire(mirror.browser.widget(1), action, ...(args as readonly null[]))
    return mirror.take()
  } catch {
    return [line]
  }
}

function shortened(line: string): string {
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
