import { test } from 'vitest'
import { Button, Page, shared } from 'treewire'
import { Laboratory } from 'treewire/testing'
test('forgotten', () => {
  const clicks = shared(0)
  const lab = new Laboratory(() => <Page><Button onActivated={() => void clicks.value++}>Go</Button></Page>)
  const keeper = lab.open(); lab.rest()
  const a = lab.open({ with: keeper }); lab.advance(100)
  a.network.conditions.isDown = false
  a.network.cutAfter(0, 'down')
  a.fire('Go', 'activated')
  for (let i = 0; i < 40 && a.network.lines > 0; i++) { lab.advance(100); a.network.conditions.isDown = true }
  console.log('lines', a.network.lines, 'clicks', clicks.value, a.state.kind)
  a.network.conditions.isDown = true
  for (let i = 0; i < 34; i++) { const p = lab.open({ with: keeper }); lab.advance(100); lab.close(p); lab.advance(100) }
  lab.rest()
  console.log('RESULT clicks', clicks.value, lab.errors(), a.state.kind)
})
