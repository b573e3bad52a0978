// The dashboard that docs/tutorial.md makes from nothing. `npm run example dashboard`

import { serve } from 'treewire'
import { App } from './dashboard/app.tsx'
import { add, checkAll } from './dashboard/checks.ts'

const app = await serve(() => <App />)

add(app.url)
setInterval(() => void checkAll(), 2000)
