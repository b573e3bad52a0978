// Solid, by its universal renderer and its own compiler.

import { register } from 'node:module'

register(new URL('./solid-conditions.js', import.meta.url))

export const { engine } = await import('./solid-screens.tsx')
