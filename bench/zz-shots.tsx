import { serve } from 'treewire'
import { App } from '../examples/monitor/app.tsx'
import { machine } from '../examples/monitor/machine.ts'
import { Sampler } from '../examples/monitor/sampler.ts'
import { launchTestBrowser } from '../test/browser-setup/chromium.ts'
const sampler = new Sampler(machine)
const app = await serve(() => <App sampler={sampler} />, { httpPort: 0, wsPort: 0, quiet: true } as any)
const browser = await launchTestBrowser()
const pages: any[] = []
for (const scheme of ['light', 'dark'] as const) {
  const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: scheme, deviceScaleFactor: 1.5 })
  const page = await ctx.newPage()
  await page.goto(app.url)
  pages.push([scheme, page])
}
await new Promise((r) => setTimeout(r, 125000))
for (const [scheme, page] of pages) await page.screenshot({ path: `/tmp/final-${scheme}.png` })
await browser.close()
await app.close()
