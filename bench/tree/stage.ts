// Where components of the library are shown: the reconciler alone, or a whole session.

import type { Component } from '../../src/jsx/element.ts'
import type { Screen } from './engine.ts'
import type { Message } from './message.ts'

export interface Stage extends Screen {
  /** In the window that is there. */
  show<Props extends object>(component: Component<Props>, props: Props): void
  flush(): void
  /** The user presses this widget. */
  fire(wid: number): void
}

/** A screen on a stage. */
export abstract class StageScreen {
  protected readonly stage: Stage

  constructor(stage: Stage) {
    this.stage = stage
  }

  flush(): void {
    this.stage.flush()
  }

  take(): readonly Message[] {
    return this.stage.take()
  }

  text(): string {
    return this.stage.text()
  }

  unmount(): void {
    this.stage.unmount()
  }
}
