// How an error is told where nobody has said how: on the console, with where it was.

/** @param stack  see `OnError` */
export function printError(error: unknown, where: string, stack?: string): void {
  if (stack) console.error(`treewire: ${where}:`, error, `\n${stack}`)
  else console.error(`treewire: ${where}:`, error)
}
