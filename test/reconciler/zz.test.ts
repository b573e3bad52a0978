import { test } from 'vitest'
import { widgetClasses } from '/work/main/src/widgets/catalog.ts'
test('x', () => {
  for (const c of widgetClasses.values()) for (const p of c.props.values()) {
    if (p.kind !== 'state' || !p.setter || p.combines) continue
    const r = p.isSpread ? [...p.reset] : p.reset[0]
    if (JSON.stringify(r) !== JSON.stringify(p.default)) console.log(c.name, p.name, 'default', JSON.stringify(p.default), 'reset', JSON.stringify(p.reset))
  }
})
