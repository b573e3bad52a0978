// What is dragged over an element, and dropped on it, flattened for the wire.

import { mousePayload, type PointerPayload } from './events.ts'

export type DragPayload = PointerPayload & { readonly types: readonly string[] }

export type DropPayload = DragPayload & {
  readonly text: string | null
  readonly url: string | null
  readonly html: string | null
}

export interface DragHandlers {
  readonly over: (payload: DragPayload) => void
  readonly drop: (payload: DropPayload, files: readonly File[]) => void
}

/** Makes the element a place to drop things on, which shows when something is over it. The result undoes it. */
export function watchDrags(element: HTMLElement, { over, drop }: DragHandlers): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const show = (isOver: boolean) => element.classList.toggle('tw-drop-target', isOver)
  let told = ''
  const onOver = (event: DragEvent) => {
    accept(event)
    show(true)
    const payload = dragPayload(event, element)
    const { viewport_x, viewport_y, modifiers } = payload
    const place = [viewport_x, viewport_y, ...modifiers].join()
    // Browsers say it again and again of a pointer at rest.
    if (place !== told) over(payload)
    told = place
  }
  const leave = (): void => {
    told = ''
    show(false)
  }
  const onLeave = ({ relatedTarget }: DragEvent) => {
    if (!element.contains(relatedTarget as Node | null)) leave()
  }
  const onDrop = (event: DragEvent) => {
    accept(event)
    leave()
    drop(dropPayload(event, element), [...(event.dataTransfer?.files ?? [])])
  }
  element.addEventListener('dragenter', accept, { signal })
  element.addEventListener('dragover', onOver, { signal })
  element.addEventListener('dragleave', onLeave, { signal })
  element.addEventListener('drop', onDrop, { signal })
  return () => {
    listening.abort()
    show(false)
  }
}

/**
 * Keeps a file that is dropped beside every place for it from being opened instead of the page. Fields for files
 * take theirs as ever.
 */
export function refuseFiles(root: HTMLElement, signal: AbortSignal): void {
  const refuse = (event: DragEvent): void => {
    const { dataTransfer, target } = event
    if (!dataTransfer?.types.includes('Files')) return
    // Some browsers say that it is over the text in an element.
    if (target instanceof Element && target.matches('input[type=file]')) return
    event.preventDefault()
    dataTransfer.dropEffect = 'none'
  }
  root.addEventListener('dragover', refuse, { signal })
  root.addEventListener('drop', refuse, { signal })
}

/** Without this the browser would open what is dropped. The innermost place takes it. */
function accept(event: DragEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

function dragPayload(event: DragEvent, element: Element): DragPayload {
  return { ...mousePayload(event, element), types: [...(event.dataTransfer?.types ?? [])] }
}

function dropPayload(event: DragEvent, element: Element): DropPayload {
  const offered = (type: string) => event.dataTransfer?.getData(type) || null
  const text = offered('text/plain')
  const isAddress = text !== null && /^(https?|file):\/\/\S+$/.test(text)
  return {
    ...dragPayload(event, element),
    text,
    url: offered('text/uri-list') ?? (isAddress ? text : null),
    html: offered('text/html'),
  }
}
