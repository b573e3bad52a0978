// Where something that is dragged along a line of others would go.

/** The first of them whose middle is behind the pointer; undefined where that is behind all. */
export function nextAt<Item extends Element>(
  { clientX, clientY }: MouseEvent,
  line: readonly Item[],
  isUpright = false,
): Item | undefined {
  return line.find((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    if (isUpright) return clientY < top + height / 2
    const isLeft = clientX < left + width / 2
    return element.matches(':dir(rtl)') ? !isLeft : isLeft
  })
}
