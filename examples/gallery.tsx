// Every widget on a page of its own, to look at and to play with. `npm run example gallery`

import { serve } from 'treewire'
import { App } from './gallery/app.tsx'

await serve(() => <App />)
