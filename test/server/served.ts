// A process of its own for serve.test.ts: `served.ts <way> <folder of the built page>`.

import { serve } from '../../src/server/serve.ts'

const [, , way, clientFolder = ''] = process.argv

const app = await serve(() => null, {
  clientFolder,
  httpPort: 0,
  wsPort: 'same',
  handleSignals: way !== 'deaf',
})

if (way === 'busy') setInterval(() => undefined, 1000)
if (way === 'brief') app.onConnect(() => void setImmediate(() => void app.close()))
