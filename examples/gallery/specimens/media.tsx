// Pictures, drawings, videos.

import { Canvas, ExternalWidget, Image, VideoWidget } from 'treewire'

const hills =
  'data:image/svg+xml,' +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">
      <rect width="320" height="180" fill="#bfdbfe"/><circle cx="250" cy="50" r="22" fill="#fbbf24"/>
      <path d="M0 130 90 60 180 140 240 90 320 150V180H0Z" fill="#15803d"/></svg>`,
  )

export const media = [
  <Image url={hills} label="Hills" size={[320, 180]} fit="cover" interactive />,
  <Canvas
    label="A roof over a wall"
    size={[320, 180]}
    interactive
    drawing={[
      ['fillStyle', 'var(--tw-accent)'],
      ['fillRect', 110, 90, 100, 70],
      ['beginPath'],
      ['moveTo', 95, 90],
      ['lineTo', 160, 35],
      ['lineTo', 225, 90],
      ['fillStyle', 'var(--tw-danger)'],
      ['fill'],
    ]}
  />,
  <VideoWidget label="Nothing yet" controls size={[320, 180]} />,
  <ExternalWidget
    label="Of others"
    content="<p>Markup that <em>another library</em> has made.</p>"
  />,
]
