// The optimum's boxes in boxes. They never change: all there is to keep is the text.

import { levels } from './engine.ts'
import type { ChainScreen } from './engine.ts'
import { Messages, WINDOW } from './message.ts'
import type { Message } from './message.ts'
import { BOX } from './optimum-list.ts'

export class OptimumChain implements ChainScreen {
  readonly #out = new Messages()
  #text = ''

  mount(text: string): void {
    this.#text = text
    for (let level = 0; level < levels; level++) this.#out.create(BOX + level, 'VBox')
    this.#out.create(BOX + levels, 'Label', [text])
    for (let level = levels; level >= 0; level--) this.#out.add(BOX + level - 1, BOX + level)
  }

  setText(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.#out.setText(BOX + levels, text)
  }

  flush(): void {}

  take(): readonly Message[] {
    return this.#out.take()
  }

  text(): string {
    return JSON.stringify(this.take())
  }

  unmount(): void {
    this.#out.remove(WINDOW, BOX)
  }
}
