// Asks the user for files by the browser's own dialog, and has it save one.

import type { BrowserMethods, CreateArgs } from '../../widgets/derive.ts'
import { saveBlob } from '../dom/save-as.ts'
import { withGesture } from '../dom/with-gesture.ts'
import { type Link, RemoteObject } from './remote-object.ts'

type Mode = 'file' | 'files' | 'save'

export class FileDialog extends RemoteObject implements BrowserMethods<'FileDialog'> {
  readonly #input = document.createElement('input')
  #mode: Mode
  /** Takes a question away that waits for a click. */
  #close: () => void = () => undefined

  constructor(link: Link, ...[{ mode = 'file', accept = '' } = {}]: CreateArgs<'FileDialog'>) {
    super(link)
    this.#mode = mode
    this.#input.type = 'file'
    this.#input.hidden = true
    this.#input.accept = accept
    this.#input.addEventListener('change', () => this.#chosen())
    this.#input.addEventListener('cancel', () => this.emit('cancelled'))
    // Some browsers ask nothing for an input that is not on the page.
    link.root.append(this.#input)
    this.own(() => {
      this.#close()
      this.#input.remove()
    })
  }

  open(): void {
    if (this.#mode === 'save') return
    this.#close()
    const isOne = this.#mode === 'file'
    const wanted = isOne
      ? { text: 'A file is wanted.', label: 'Choose file …' }
      : { text: 'Files are wanted.', label: 'Choose files …' }
    this.#close = withGesture(this.link.root, wanted, () => this.#ask(!isOne))
  }

  show(): void {
    this.open()
  }

  popup(): void {
    this.open()
  }

  save(filename: string, data: string, mime_type = 'application/octet-stream'): void {
    const [, type = mime_type, base64 = data] = /^data:([^,]*?);base64,(.*)$/is.exec(data) ?? []
    saveBlob(new Blob([bytesOf(base64)], { type }), filename)
  }

  set_mode(mode: Mode): void {
    this.#mode = mode
  }

  get_mode(): Mode {
    return this.#mode
  }

  set_accept(accept: string): void {
    this.#input.accept = accept
  }

  get_accept(): string {
    return this.#input.accept
  }

  #ask(isMultiple: boolean): void {
    this.#input.multiple = isMultiple
    // The same file again is a choice too.
    this.#input.value = ''
    this.#input.click()
  }

  #chosen(): void {
    const files = [...(this.#input.files ?? [])]
    if (files.length > 0) this.link.upload('activated', {}, files)
  }
}

/** @throws Error when it is not base64 */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  } catch (cause) {
    const start = JSON.stringify(base64.slice(0, 40))
    throw new Error(`FileDialog.save needs "data" to be base64, got ${start}`, { cause })
  }
}
