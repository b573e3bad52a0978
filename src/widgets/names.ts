// The one rule that names everything: `set_show_value` ↔ `showValue`, `page-switch` ↔ `onPageSwitch`.

export type Camel<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? Tail extends ''
    ? Head
    : `${Head}${Capitalize<Camel<Tail>>}`
  : Text extends `${infer Head}-${infer Tail}`
    ? `${Head}${Capitalize<Camel<Tail>>}`
    : Text

/** `page-switch` → `onPageSwitch` */
export type EventProp<Action extends string> = `on${Capitalize<Camel<Action>>}`

/** `set_show_value` → `show_value`; other names stay as they are. */
export type StateName<Method extends string> = Method extends `set_${infer Name}` ? Name : Method

export function camel(text: string): string {
  return text.replace(/_$/, '').replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase())
}

export function eventProp(action: string): string {
  const name = camel(action)
  return `on${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

export function stateName(method: string): string {
  return method.startsWith('set_') ? method.slice(4) : method
}
