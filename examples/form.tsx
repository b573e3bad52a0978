// A form that checks while one types. `npm run example form`

import { serve } from 'treewire'
import { App } from './form/app.tsx'

await serve(() => <App />)
