// Has the browser save something as a file, as if the user had clicked a link to it.

export function saveAs(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}

/** Milliseconds that the browser has to begin with it. */
const GRACE = 60_000

export function saveBlob(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob)
  saveAs(href, name)
  setTimeout(() => URL.revokeObjectURL(href), GRACE)
}
