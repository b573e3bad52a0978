// Notices of a line that a test speaks for.

import { onTestFinished, vi } from 'vitest'
import '../../src/client/theme/theme.css'
import { LineNotice } from '../../src/client/line-notice.ts'

/** Time stands still but for `pass`. */
export function notice() {
  vi.useFakeTimers()
  const root = document.createElement('div')
  root.className = 'tw-root'
  document.body.append(root)
  const actions = { retry: vi.fn<() => void>(), restart: vi.fn<() => void>() }
  const shown = new LineNotice(root, actions, () => Date.now())
  onTestFinished(() => {
    shown.clear()
    root.remove()
    vi.useRealTimers()
  })
  const down = (inMs: number) => shown.show({ kind: 'down', retryAt: Date.now() + inMs })
  const text = () => root.innerText.replace(/\s+/g, ' ').trim()
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  return { shown, root, actions, down, text, pass }
}
