// The type test of charts, toasts and awaited dialogs: what compiles, and what does not. Nothing runs.

import { Chart, Label, Toast, useCloseDialog, useDialogs, useRef, useToast } from 'treewire'

const candle = { time: 1, open: 1, high: 2, low: 0, close: 1 }

export const right = [
  <Chart
    type="scatter"
    series={[
      {
        name: 'n',
        data: [
          [1, 2],
          [3, null],
        ],
      },
    ]}
    xAxis="number"
  />,
  <Chart type="candlestick" series={[{ name: 'n', data: [candle] }]} zoomable />,
  <Chart
    series={[
      { name: 'a', type: 'bar', data: [1] },
      { name: 'b', data: [1, null] },
    ]}
  />,
  <Chart type="heatmap" labels={['a']} series={() => [{ name: 'row', data: [1] }]} />,
  <Chart visibleRange={[1, 2]} onZoomed={(range) => range && range[1] - range[0]} span={5} />,
  <Toast tone="success" timeout={0} action="Undo" onActivated={() => {}} onClose={() => {}}>
    Saved
  </Toast>,
]

export const wrong = [
  // @ts-expect-error no such type
  <Chart type="donut" />,
  // @ts-expect-error a pie stands alone
  <Chart series={[{ name: 'a', type: 'pie', data: [1] }]} />,
  // @ts-expect-error a candle has a close
  <Chart series={[{ name: 'a', data: [{ time: 1, open: 1, high: 1, low: 1 }] }]} />,
  // @ts-expect-error a range has two ends
  <Chart visibleRange={[1]} />,
  // @ts-expect-error no such tone
  <Toast tone="loud" />,
  // @ts-expect-error a toast takes text
  <Toast>{<Label />}</Toast>,
]

export async function Asks() {
  const { alert, confirm, prompt, openDialog } = useDialogs()
  const close = useCloseDialog()
  const toast = useToast()
  const chart = useRef<Chart>()
  const agreed: boolean = await confirm('?', { ok: 'Yes', tone: 'danger' })
  const text: string | null = await prompt('?', { value: 'x' })
  const nothing: void = await alert('!')
  const chosen: number | undefined = await openDialog<number>((end) => {
    end(1)
    // @ts-expect-error it is closed with a number
    end('1')
    return <Label />
  })
  // @ts-expect-error somebody may dismiss it
  const surely: string = await prompt('?')
  // @ts-expect-error no such tone
  void confirm('?', { tone: 'loud' })
  // @ts-expect-error openDialog says when it is seen
  void openDialog(<Label />, { visible: true })
  const away: () => void = toast('Saved', { action: { text: 'Undo', onActivated: () => close(1) } })
  chart.current?.appendBinary(new Float64Array(2), [0], 10)
  // @ts-expect-error numbers go as a typed array
  chart.current?.appendBinary([1, 2])
  return [agreed, text, nothing, chosen, surely, away] as never
}
