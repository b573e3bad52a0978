// What is watched, and how it has answered.

import { shared } from 'treewire'

export interface Check {
  /** Milliseconds since 1970. */
  readonly time: number
  /** How long the answer took; null when there was none. */
  readonly milliseconds: number | null
}

export interface Site {
  readonly url: string
  /** The newest is the last. */
  readonly checks: readonly Check[]
}

/** How many checks of a site are kept. */
const mostChecks = 60

export const sites = shared<readonly Site[]>([])

export function add(url: string): void {
  if (sites.value.some((site) => site.url === url)) return
  sites.value = [...sites.value, { url, checks: [] }]
}

export function remove(url: string): void {
  sites.value = sites.value.filter((site) => site.url !== url)
}

/** Asks all sites at once, and notes each answer as it comes. */
export async function checkAll(): Promise<void> {
  await Promise.all(sites.value.map(async ({ url }) => note(url, await check(url))))
}

async function check(url: string): Promise<Check> {
  const time = Date.now()
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1500) })
    return { time, milliseconds: response.ok ? Date.now() - time : null }
  } catch {
    return { time, milliseconds: null }
  }
}

function note(url: string, answer: Check): void {
  sites.value = sites.value.map((site) =>
    site.url === url ? { url, checks: [...site.checks, answer].slice(-mostChecks) } : site,
  )
}
