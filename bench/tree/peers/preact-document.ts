// The few members of a DOM that Preact asks for, on the host of the bench.

import { HostNode, MessageHost } from '../message-host.ts'

interface Reported {
  readonly type: string
}

/** A node that is an element, as far as Preact looks. */
class FakeElement extends HostNode {
  readonly nodeType = 1
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml'
  ownerDocument: FakeDocument | undefined = undefined

  get localName(): string {
    return this.className
  }

  get parentNode(): HostNode | null {
    return this.parent ?? null
  }

  get firstChild(): HostNode | null {
    return this.first ?? null
  }

  get nextSibling(): HostNode | null {
    return this.next ?? null
  }

  set text(text: string) {
    this.#host.setText(this, text)
  }

  insertBefore(child: FakeElement, before: FakeElement | null): void {
    this.#host.insert(this, child, before ?? undefined)
  }

  remove(): void {
    this.#host.remove(this)
  }

  addEventListener(type: string, listener: (event: Reported) => void): void {
    this.#host.listen(this, () => listener.call(this, { type }))
  }

  get #host(): MessageHost {
    return this.ownerDocument!.host
  }
}

/** Makes elements. */
export class FakeDocument {
  readonly host = new MessageHost(FakeElement)
  /** What Preact renders into. */
  readonly window: Element

  constructor() {
    this.window = this.#owned(this.host.window)
  }

  createElementNS(_: string, type: string): Element {
    return this.#owned(this.host.create(type))
  }

  #owned(node: HostNode): Element {
    const element = node as FakeElement
    element.ownerDocument = this
    return element as unknown as Element
  }
}
