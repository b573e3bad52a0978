// Widgets that are fetched together: pictures and drawings.

export * as declarations from '../../../widgets/classes/media.ts'
export { Canvas } from '../canvas.ts'
export { Image } from '../image.ts'
