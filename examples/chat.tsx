// One room for everybody: open it in two windows. `npm run example chat`

import { serve, shared } from 'treewire'
import { App } from './chat/app.tsx'
import { emptyRoom } from './chat/room.ts'
import { visitors } from './chat/visitors.ts'

// A signal at the top of a module is seen by every session. `shared` says that this is meant.
const room = shared(emptyRoom)

await serve(() => <App room={room} />, visitors(room))
