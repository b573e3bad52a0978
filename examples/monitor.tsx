// A dashboard of the machine it runs on. `npm start`

import { serve } from 'treewire'
import { App } from './monitor/app.tsx'
import { machine } from './monitor/machine.ts'
import { Sampler } from './monitor/sampler.ts'

// One for all browsers: however many look, the machine is read once a tick, and not at all when nobody looks.
const sampler = new Sampler(machine)

await serve(() => <App sampler={sampler} />)
