// What one session has chosen, and what it sees. Everybody has their own.

import { useSignal } from 'treewire'
import type { Sampler } from './sampler.ts'
import { useFeed } from './use-feed.ts'
import { useWhile } from './use-while.ts'

export type View = ReturnType<typeof useView>

export type Theme = 'system' | 'light' | 'dark'

/** The tabs in their order. */
const tabs = { overview: 0, processes: 1, network: 2, disks: 3 } as const

export function useView(sampler: Sampler) {
  const tab = useSignal<number>(tabs.overview)
  const isPaused = useSignal(false)
  /** Between two readings. */
  const seconds = useSignal(1)
  const theme = useSignal<Theme>('system')
  const isAboutOpen = useSignal(false)

  const isAt = (wanted: number) => () => tab.value === wanted
  const every = () => seconds.value * 1000
  const live = { isOn: () => !isPaused.value, every }
  // One feed for each tab that shows it: a table that is not seen is not kept up to date.
  const liveAt = (wanted: number) => ({
    isOn: () => !isPaused.value && tab.value === wanted,
    every,
  })

  // Everybody keeps this one going, so that the charts have no holes.
  const sample = useFeed(sampler.sample, live)
  return {
    sampler,
    tab,
    isPaused,
    seconds,
    theme,
    isAboutOpen,
    host: useFeed(sampler.host, { isOn: () => true, every }),
    sample,
    overview: useWhile(isAt(tabs.overview), sample),
    network: useWhile(isAt(tabs.network), sample),
    disks: useWhile(isAt(tabs.disks), sample),
    busyProcesses: useFeed(sampler.processes, liveAt(tabs.overview)),
    processes: useFeed(sampler.processes, liveAt(tabs.processes)),
    interfaces: useFeed(sampler.interfaces, liveAt(tabs.network)),
    usedVolumes: useFeed(sampler.volumes, liveAt(tabs.overview)),
    volumes: useFeed(sampler.volumes, liveAt(tabs.disks)),
  }
}
