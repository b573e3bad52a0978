// Looks at a tree and notes nothing. While it does all leaves have nodes.

import type { Observer } from '../../src/reconciler/observer.ts'

export const nobody: Observer = {
  given() {},
  rendering() {},
  rendered() {},
  read() {},
  following() {},
  followed() {},
  handling() {},
  handled() {},
}
