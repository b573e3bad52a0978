// The reference in Markdown: all that can be said of each widget, made from the declarations alone. Pure.

import { bases, type BaseName } from './bases.ts'
import type { Declaration, Event, Method, Params } from './define.ts'
import { camel, eventProp } from './names.ts'
import { row, table } from './reference-table.ts'
import { namedTypesOf } from './reference-types.ts'
import type { StateProp } from './class-props.ts'
import { WidgetClass } from './widget-class.ts'

type Declarations = Readonly<Record<string, Declaration>>

/** What a section tells: a class, without what its base has told already. */
interface Subject {
  readonly heading: string
  readonly widgetClass: WidgetClass
  readonly base: WidgetClass | undefined
}

/** @returns the text of docs/reference.md */
export function referenceOf(declarations: Declarations): string {
  const widget = new WidgetClass('Every widget', bases.widget)
  const container = new WidgetClass('Every container', bases.container)
  const names = Object.keys(declarations).toSorted()
  const subjects = [
    { heading: widget.name, widgetClass: widget, base: undefined },
    { heading: container.name, widgetClass: container, base: widget },
    ...names.map((name) => subjectOf(name, declarations[name]!)),
  ]
  const sections = [introduction(names), ...subjects.map(sectionOf), typesSection(subjects)]
  return `${sections.join('\n\n')}\n`
}

function subjectOf(name: string, declaration: Declaration): Subject {
  const base = new WidgetClass(declaration.base, bases[declaration.base])
  return { heading: name, widgetClass: new WidgetClass(name, declaration), base }
}

function introduction(names: readonly string[]): string {
  return [
    '# Widgets',
    '<!-- Made by `npm run reference` from src/widgets. Do not edit. -->',
    'Every class, with its props, events and handle methods. *Fixed* is said when the widget is made and ' +
      'cannot be changed later. *Ours* is what pgwidgets does not have. A prop whose type is a list such as ' +
      '`[x: number, y: number]` takes all of it at once.',
    names.map((name) => `[${name}](#${name.toLowerCase()})`).join(' · '),
  ].join('\n\n')
}

function sectionOf(subject: Subject): string {
  const { heading, widgetClass } = subject
  const { declaration } = widgetClass
  return [
    `## ${heading}`,
    `${declaration.summary}${declaration.ours ? ' *Ours.*' : ''}`,
    inherited(subject),
    propTable(subject),
    eventTable(subject),
    methodTable(subject),
    contentOf(subject),
    childMethodsOf(subject),
    userStateOf(subject),
    (declaration.notes ?? []).join(' '),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

const baseSentences: Readonly<Record<BaseName, string>> = {
  object: 'It has no element: nothing of what every widget has.',
  widget: 'It has all that [every widget](#every-widget) has.',
  container: 'It has all that [every container](#every-container) has.',
}

function inherited({ widgetClass, base }: Subject): string {
  if (base === undefined) return ''
  const isBase = widgetClass.declaration === bases.container
  return baseSentences[isBase ? 'widget' : widgetClass.declaration.base]
}

function propTable({ widgetClass, base }: Subject): string {
  const states = [...widgetClass.props.values()].filter(
    (prop): prop is StateProp => prop.kind === 'state' && !base?.props.has(prop.name),
  )
  return table(
    ['Prop', 'Type', 'Default', ''],
    [...states.map((prop) => propRow(widgetClass, prop)), ...sourceRow(widgetClass)],
  )
}

function sourceRow({ declaration }: WidgetClass): string[] {
  if (!declaration.source) return []
  const doc = `Gives the rows that are on the screen, and sets \`${camel(declaration.source.flag)}\`.`
  return [row(['`source`', '`RowSource`', '', `${doc} *Ours.*`])]
}

function propRow(widgetClass: WidgetClass, prop: StateProp): string {
  const { methods, declaration } = widgetClass
  const option = prop.option === undefined ? undefined : declaration.options?.[prop.option]
  const setter = prop.setter === undefined ? undefined : methods.get(prop.setter)
  const isFixed = prop.setter === undefined && prop.toggle === undefined
  const isOurs = option ? option.ours : prop.arg === undefined && setter?.ours
  const doc = option?.doc ?? setter?.doc ?? (prop.toggle ? 'Whether it is in sight.' : '')
  return row([
    `\`${prop.name}\``,
    `\`${typeOf(prop, setter)}\``,
    prop.default === undefined ? '' : `\`${JSON.stringify(prop.default)}\``,
    [doc, isFixed ? '*Fixed.*' : '', isOurs ? '*Ours.*' : ''].filter(Boolean).join(' '),
  ])
}

function typeOf(prop: StateProp, setter: Method | undefined): string {
  if (!prop.isSpread || !setter) return prop.accepts[0]!.text
  const [first, ...rest] = setter.params
  const isAloneEnough = !first?.optional && rest.every((param) => param.optional)
  return `${isAloneEnough ? `${first?.type.text} or ` : ''}[${paramsText(setter.params)}]`
}

function paramsText(params: Params): string {
  return params
    .map(({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${type.text}`)
    .join(', ')
}

function eventTable({ widgetClass, base }: Subject): string {
  const events = [...widgetClass.events].filter(([action]) => !base?.events.has(action))
  return table(
    ['Event', ''],
    events.map(([action, event]) => eventRow(widgetClass, action, event)),
  )
}

function eventRow(widgetClass: WidgetClass, action: string, event: Event): string {
  const name = eventProp(action)
  const aliases = Object.entries(widgetClass.declaration.aliases ?? {})
    .filter(([, target]) => target === name)
    .map(([alias]) => ` Also \`${alias}\`.`)
  return row([
    `\`${name}(${paramsText(event.params)})\``,
    `${event.doc}${aliases.join('')}${event.ours ? ' *Ours.*' : ''}`,
  ])
}

function methodTable({ widgetClass, base }: Subject): string {
  const methods = [...widgetClass.methods].filter(
    ([name, { kind }]) => kind !== 'child' && name !== 'destroy' && !base?.methods.has(name),
  )
  return table(['Method of the handle', ''], methods.map(methodRow))
}

function methodRow([name, method]: [string, Method]): string {
  const answer = method.returns ? `: Promise<${method.returns.text}>` : ''
  return row([
    `\`${camel(name)}(${paramsText(method.params)})${answer}\``,
    `${method.doc}${method.ours ? ' *Ours.*' : ''}`,
  ])
}

function contentOf({ widgetClass }: Subject): string {
  const { children, text, declaration } = widgetClass
  const sentences: string[] = []
  if (text !== undefined) sentences.push(`Text between the tags is its \`${text}\`.`)
  if (children)
    sentences.push(children.count === 'one' ? 'It takes one child.' : placementText(children.place))
  if (declaration.window) {
    sentences.push(
      `It stands on the page by itself; \`${declaration.window}\` is called when it is mounted.`,
    )
  }
  return sentences.join(' ')
}

function placementText(place: NonNullable<Declaration['children']>['place']): string {
  const props = Object.entries(place).map(([name, type]) => `\`${name}\` (\`${type.text}\`)`)
  if (props.length === 0) return 'It takes any number of children.'
  return `It takes any number of children. A child says its place by ${props.join(' and ')}.`
}

/** Nobody but the reconciler calls these; here for those who speak the protocol by hand. */
function childMethodsOf({ widgetClass, base }: Subject): string {
  const methods = [...widgetClass.methods].filter(
    ([name, { kind }]) => kind === 'child' && !base?.methods.has(name),
  )
  const calls = methods.map(
    ([name, { params, ours }]) => `\`${name}(${paramsText(params)})\`${ours ? ' (*ours*)' : ''}`,
  )
  return calls.length === 0 ? '' : `Children on the wire: ${calls.join(', ')}.`
}

function userStateOf({ widgetClass }: Subject): string {
  const { userState, bind } = widgetClass.declaration
  const states = Object.entries(userState ?? {}).map(
    ([prop, actions]) =>
      `\`${prop}\` (told by ${Object.keys(actions).map(quotedEvent).join(', ')})`,
  )
  const sentences: string[] = []
  if (states.length > 0) sentences.push(`The user can change ${states.join(', ')}.`)
  if (bind) sentences.push(`\`bind\` is for \`${bind.prop}\`.`)
  return sentences.join(' ')
}

function quotedEvent(action: string): string {
  return `\`${eventProp(action)}\``
}

function typesSection(subjects: readonly Subject[]): string {
  const types = namedTypesOf(subjects.map(({ widgetClass }) => widgetClass))
  const rows = types.map(({ text, meaning }) => row([`\`${text}\``, `\`${meaning}\``]))
  return `## Types\n\n${table(['Name', 'Stands for'], rows)}`
}
