// Says what is wrong with the arguments of a constructor, for those who write without types.

import type { Json } from '../protocol/messages.ts'
import { nearest } from '../widgets/nearest.ts'
import type { WidgetClass } from '../widgets/widget-class.ts'
import { show } from '../widgets/show.ts'
import { inWords } from '../widgets/types.ts'

/** @returns one sentence, or undefined when the class can be made from `args` */
export function wrongArgs({ name, declaration }: WidgetClass, args: unknown): string | undefined {
  if (!Array.isArray(args)) {
    return `${name} needs its arguments as a list, got ${show(args)}. Write session.create('${name}', [${show(args)}])`
  }
  const params = declaration.args ?? []
  for (const [at, param] of params.entries()) {
    const value: unknown = args[at]
    if (value === undefined || param.type.accepts(value)) continue
    return `${name} needs "${param.name}" to be ${inWords(param.type)}, got ${show(value)}`
  }
  if (args.length > params.length + 1) {
    return `${name} takes ${params.length} arguments and its options, got ${args.length} arguments`
  }
  return args.length > params.length ? wrongOptions(name, declaration, args.at(-1)) : undefined
}

function wrongOptions(
  name: string,
  { options = {} }: WidgetClass['declaration'],
  given: unknown,
): string | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return `${name} needs its options as an object, got ${show(given)}`
  }
  for (const [option, value] of Object.entries(given) as [string, Json][]) {
    if (!Object.hasOwn(options, option)) {
      const meant = nearest(option, Object.keys(options))
      return `There is no option "${option}" of ${name}.${meant && ` Did you mean "${meant}"?`}`
    }
    const { type } = options[option]!
    if (!type.accepts(value)) {
      return `${name} needs "${option}" to be ${inWords(type)}, got ${show(value)}`
    }
  }
  return undefined
}
