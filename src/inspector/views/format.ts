// Figures as people read them.

const units = ['B', 'KiB', 'MiB', 'GiB'] as const

/** `12 B`, `1.4 KiB`, as tables write them. */
export function bytes(count: number): string {
  let value = count
  let unit = 0
  while (Math.round(value) >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** Milliseconds as `0.31 ms`, `12 ms`, `3.4 s`; `–` where nobody knows. */
export function duration(time: number | undefined): string {
  if (time === undefined) return '–'
  if (time >= 1000) return `${(time / 1000).toFixed(1)} s`
  return time >= 10 ? `${Math.round(time)} ms` : `${time.toFixed(2)} ms`
}

/** Milliseconds as `45 s`, `3 min`, `2 h 5 min`. */
export function age(time: number): string {
  const minutes = Math.floor(time / 60_000)
  if (minutes < 1) return `${Math.floor(time / 1000)} s`
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** A moment, in seconds since somebody began to look: `12.034`. */
export function moment(time: number, start: number): string {
  return ((time - start) / 1000).toFixed(3)
}

/** `1 widget`, `3 widgets`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
