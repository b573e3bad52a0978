// Shows the application to every browser that comes.

import { serve } from 'treewire'
import { App } from './app.tsx'

await serve(() => <App />, {
  host: process.env['HOST'] ?? '127.0.0.1',
  httpPort: Number(process.env['PORT'] ?? 8080),
  wsPort: 'same',
})
