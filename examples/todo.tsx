// A list to tick off. `npm run example todo`

import { serve } from 'treewire'
import { App } from './todo/app.tsx'

await serve(() => <App />)
