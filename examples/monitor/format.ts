// Figures as people read them. A figure that is missing is a dash.

import type { Figure } from './figures.ts'

export const dash = '–'

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

/** `12%` */
export function percent(value: Figure): string {
  return value === null ? dash : `${Math.round(value)}%`
}

/** `3.4 GiB`: three digits at most, in steps of 1024. */
export function bytes(value: Figure): string {
  if (value === null) return dash
  let [rest, step] = [value, 0]
  while (rest >= 999.5 && step < units.length - 1) [rest, step] = [rest / 1024, step + 1]
  const digits = step === 0 || rest >= 99.5 ? 0 : 1
  return `${rest.toFixed(digits)} ${units[step]}`
}

/** `3.4 MiB/s` */
export function rate(value: Figure): string {
  return value === null ? dash : `${bytes(value)}/s`
}

/** `3 d 4 h`, `12 min`: the two largest parts. */
export function duration(seconds: Figure): string {
  if (seconds === null) return dash
  const minutes = Math.floor(seconds / 60)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  if (days > 0) return `${days} d ${hours} h`
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`
}

/** What part of a whole is, in percent. */
export function share(part: Figure, whole: Figure): Figure {
  return part === null || whole === null || whole === 0 ? null : (part / whole) * 100
}

/** Adds what is there; null when nothing is. */
export function sum(...values: readonly Figure[]): Figure {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((all, one) => all + one, 0)
}

/** `12:03:05`, by the clock of the server. */
export function clock(time: number): string {
  return new Date(time).toTimeString().slice(0, 8)
}

/** `22 Nov, 18:35`, by the clock of the server. */
export function dateAndTime(time: number): string {
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Date(time).toLocaleString('en-GB', options)
}
