// What the screens of all peers have in common: the host, and whose button was pressed.

import type { Row } from '../engine.ts'
import type { Message } from '../message.ts'
import { MessageHost } from '../message-host.ts'

export class HostScreen {
  readonly host: MessageHost
  #pressed: number | undefined

  constructor(host = new MessageHost()) {
    this.host = host
  }

  /** What rows do when their button is pressed. */
  readonly onPress = (row: Row): void => {
    this.#pressed = row.id
  }

  take(): readonly Message[] {
    return this.host.take()
  }

  text(): string {
    return JSON.stringify(this.take())
  }

  press(wid: number): number | undefined {
    this.host.fire(wid)
    return this.#pressed
  }
}

/** A row whose component keeps the text, and puts here what writes it. */
export interface OwnStateRow extends Row {
  write: ((text: string) => void) | undefined
}

export function ownStateRow(id: number, text: string): OwnStateRow {
  return { id, name: `row ${id}`, text, write: undefined }
}
