// Widgets that are fetched together: those with scroll bars of our own.

export * as declarations from '../../../widgets/classes/scroll-bars.ts'
export { AbstractScrollArea } from '../abstract-scroll-area.ts'
export { ScrollBar } from '../scroll-bar.ts'
