// Widgets that are fetched together: videos.

export * as declarations from '../../../widgets/classes/media.ts'
export { VideoWidget } from '../video-widget.ts'
