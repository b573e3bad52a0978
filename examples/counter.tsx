// The smallest example: a button that counts its clicks. `npm run example counter`

import { serve } from 'treewire'
import { App } from './counter/app.tsx'

await serve(() => <App />)
