// What the compiler says of pictures, texts and colours. Checked, never run.

import { Canvas, ColorWidget, Image, Link, Markdown, signal, useRef, VideoWidget } from 'treewire'

export const right = [
  <Image url="/a.png" fit="cover" binaryImage={[new Uint8Array(), 'png']} onClick={({ x }) => x} />,
  <Canvas
    drawing={[
      ['fillStyle', 'red'],
      ['fillRect', 0, 0, 1, 1],
      ['setLineDash', [1, 2]],
    ]}
  />,
  <VideoWidget paused volume={0.5} onTimeupdate={(seconds: number) => seconds} />,
  <ColorWidget bind={signal('#ffffff')} onPick={(color: string) => color} />,
  <Markdown follow trusted>
    {() => 'text'}
  </Markdown>,
  <Link href="/a" target="_self" onClick={() => undefined}>
    text
  </Link>,
]

export const wrong = [
  // @ts-expect-error -- there is no such fit
  <Image fit="large" />,
  // @ts-expect-error -- bytes come with their format
  <Image binaryImage={new Uint8Array()} />,
  // @ts-expect-error -- it is called fillStyle
  <Canvas drawing={[['fillStile', 'red']]} />,
  // @ts-expect-error -- a length is a number
  <VideoWidget currentTime="1" />,
  // @ts-expect-error -- a text is no signal
  <ColorWidget bind="#ffffff" />,
  // @ts-expect-error -- a text is no number
  <Markdown text={7} />,
  // @ts-expect-error -- there is no such target
  <Link target="_top">text</Link>,
]

export function Handles() {
  const image = useRef<Image>()
  const video = useRef<VideoWidget>()
  const draw = async (): Promise<number | null> => {
    image.current?.setBinaryImage(new Uint8Array(), 'png')
    // @ts-expect-error -- streams cannot be sent
    video.current?.setStream({})
    return video.current?.getDuration() ?? null
  }
  return <Image ref={image} onClick={draw} />
}
