// How a tag looks, as the text of a `style` attribute. Values go through the CSSOM, which drops what is none.

/** `font_size` in px. */
export interface TagAttrs {
  readonly background?: string | undefined
  readonly foreground?: string | undefined
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  readonly strikethrough?: boolean | undefined
  readonly font_family?: string | undefined
  readonly font_size?: number | undefined
}

export function styleOf(attrs: TagAttrs): string {
  const { style } = document.createElement('span')
  style.backgroundColor = attrs.background ?? ''
  style.color = attrs.foreground ?? ''
  style.fontWeight = either(attrs.bold, 'bold', 'normal')
  style.fontStyle = either(attrs.italic, 'italic', 'normal')
  style.textDecorationLine = [
    attrs.underline === true && 'underline',
    attrs.strikethrough === true && 'line-through',
  ]
    .filter(Boolean)
    .join(' ')
  style.fontFamily = attrs.font_family ?? ''
  style.fontSize = attrs.font_size === undefined ? '' : `${attrs.font_size}px`
  return style.cssText
}

function either(value: boolean | undefined, yes: string, no: string): string {
  if (value === undefined) return ''
  return value ? yes : no
}
