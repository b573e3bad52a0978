// How an error is told where nobody has said how: on the console, with where it was.

/** @param stack  see `OnError` */
export function printError(error: unknown, where: string, stack?: string): void {
  if (stack) console.error(`treewire: ${where}:`, error, `\n${indented(stack)}`)
  else console.error(`treewire: ${where}:`, error)
}

/** As the lines of an error's own stack are. */
export function indented(stack: string): string {
  return stack.replaceAll(/^/gm, '    ')
}
