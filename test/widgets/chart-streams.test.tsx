// What the kinds of charts cost on the wire, through a whole session.

import { expect, test } from 'vitest'
import { Chart, signal, TopLevel, useRef, VBox, Button } from 'treewire'
import { render } from 'treewire/testing'

test('numbers go down as bytes, with what is said of them behind', async () => {
  function Live() {
    const chart = useRef<Chart>()
    const push = () => {
      chart.current!.appendBinary(new Float64Array([1000, 5, 2000, 6]), null, 600)
      chart.current!.appendBinary(new Float32Array([3000, 7]), [0])
    }
    return (
      <VBox>
        <Chart ref={chart} series={[{ name: 'n', data: [] }]} />
        <Button onActivated={push}>Push</Button>
      </VBox>
    )
  }
  const screen = render(
    <TopLevel>
      <Live />
    </TopLevel>,
  )
  screen.take()
  await screen.fire('Push', 'activated')
  expect(screen.take().slice(1)).toEqual([
    'v call #3 append_binary <4 Float64Array> null 600',
    'v call #3 append_binary <2 Float32Array> [0]',
  ])
  expect(screen.errors()).toEqual([])
})

test('one candle that changes is one point, one that comes is one append', async () => {
  const candle = (time: number, close: number) => ({ time, open: 1, high: 9, low: 0, close })
  const data = signal([candle(1, 5), candle(2, 6)])
  const screen = render(
    <TopLevel>
      <Chart type="candlestick" series={() => [{ name: 'ACME', data: data.value }]} />
    </TopLevel>,
  )
  screen.take()
  data.value = [candle(1, 5), candle(2, 7)]
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 set_points [[0,1,{"time":2,"open":1,"high":9,"low":0,"close":7}]]',
  ])
  data.value = [...data.value, candle(3, 8)]
  await screen.settled()
  expect(screen.take()).toEqual([
    'v call #2 append [[{"time":3,"open":1,"high":9,"low":0,"close":8}]] 3',
  ])
})

test('a series that becomes another kind is sent whole', async () => {
  const type = signal<'line' | 'bar'>('line')
  const screen = render(
    <TopLevel>
      <Chart
        series={() => [
          { name: 'a', data: [1] },
          { name: 'b', data: [2], type: type.value },
        ]}
      />
    </TopLevel>,
  )
  screen.take()
  type.value = 'bar'
  await screen.settled()
  expect(screen.take()).toEqual(['v call #2 replace_series 1 {"name":"b","data":[2],"type":"bar"}'])
})

test('what the user has zoomed to is there for another browser', async () => {
  const screen = render(
    <TopLevel>
      <Chart zoomable onZoomed={() => {}} />
    </TopLevel>,
  )
  await screen.fire({ type: 'Chart' }, 'zoomed', [5, 9])
  screen.reconnect()
  expect(screen.find({ type: 'Chart' }).state.get('visibleRange')).toEqual([5, 9])
})
