// One control for each prop, by the type of its value.

import {
  CheckBox,
  ComboBox,
  Expander,
  HBox,
  Label,
  SpinBox,
  TextArea,
  TextEntry,
  useSignal,
  VBox,
} from 'treewire'
import { kindOf, problemWith, type Kind, type StateProp } from './prop-kinds.ts'
import type { WidgetClass } from './specimen.ts'
import type { Exhibit } from './use-exhibit.ts'

export function Controls({ exhibit }: { readonly exhibit: Exhibit }) {
  const { own, common } = propsOf(exhibit.widgetClass)
  return (
    <VBox spacing={12}>
      {own.length === 0 ? (
        <Label tone="muted">It has none of its own.</Label>
      ) : (
        <Rows exhibit={exhibit} props={own} />
      )}
      {common.length > 0 && (
        <Expander title="What every widget has">
          <Rows exhibit={exhibit} props={common} />
        </Expander>
      )}
    </VBox>
  )
}

interface RowsProps {
  readonly exhibit: Exhibit
  readonly props: readonly StateProp[]
}

function Rows({ exhibit, props }: RowsProps) {
  return (
    <VBox spacing={4}>
      {props.map((prop) => (
        <HBox key={prop.name} spacing={8}>
          <Label variant="caption" size={[116, null]}>
            {prop.name}
          </Label>
          <VBox stretch={1}>
            <Control exhibit={exhibit} prop={prop} />
          </VBox>
        </HBox>
      ))}
    </VBox>
  )
}

interface ControlProps {
  readonly exhibit: Exhibit
  readonly prop: StateProp
}

function Control({ exhibit, prop }: ControlProps) {
  const kind = kindOf(prop)
  const label = `Prop ${prop.name}`
  switch (kind.control) {
    case 'check':
      return (
        <CheckBox
          label={label}
          state={() => exhibit.valueOf(prop) === true}
          onActivated={(isOn) => exhibit.set(prop, isOn)}
        />
      )
    case 'choice':
      return (
        <ComboBox
          label={label}
          items={kind.values}
          index={() => kind.values.indexOf(String(exhibit.valueOf(prop)))}
          onActivated={(_, text) => exhibit.set(prop, text)}
        />
      )
    case 'number':
      return <NumberControl exhibit={exhibit} prop={prop} kind={kind} />
    default:
      return <TextControl exhibit={exhibit} prop={prop} kind={kind} />
  }
}

interface NumberControlProps extends ControlProps {
  readonly kind: Kind & { readonly control: 'number' }
}

function NumberControl({ exhibit, prop, kind }: NumberControlProps) {
  return (
    <SpinBox
      label={`Prop ${prop.name}`}
      dtype="float"
      min={kind.max === 1 ? 0 : -kind.max}
      max={kind.max}
      step={kind.step}
      value={() => Number(exhibit.valueOf(prop) ?? 0)}
      onActivated={(value) => exhibit.set(prop, value)}
    />
  )
}

interface TextControlProps extends ControlProps {
  readonly kind: Kind
}

/** It stays as it was typed, right or not, while the prop has the value that it has. */
interface Typed {
  readonly text: string
  readonly problem: string
  readonly value: unknown
}

/** Text as it is typed; everything else as JSON, which is taken once it is right. */
function TextControl({ exhibit, prop, kind }: TextControlProps) {
  const typed = useSignal<Typed | null>(null)
  const take = (text: string) => {
    const value = parsed(kind, text)
    const problem = value === undefined ? 'This has to be JSON.' : problemWith(prop, value)
    if (problem === '') exhibit.set(prop, value)
    typed.value = { text, problem, value: exhibit.valueOf(prop) }
  }
  const own = () => (typed.value?.value === exhibit.valueOf(prop) ? typed.value : null)
  const text = () => own()?.text ?? shown(kind, exhibit.valueOf(prop))
  const label = `Prop ${prop.name}`
  if (text().includes('\n')) return <TextArea label={label} text={text} onModified={take} />
  return (
    <TextEntry
      label={label}
      text={text}
      error={() => own()?.problem ?? ''}
      onModified={take}
      onActivated={take}
    />
  )
}

function shown({ control }: Kind, value: unknown): string {
  if (control === 'text') return typeof value === 'string' ? value : ''
  return value === undefined ? '' : JSON.stringify(value)
}

function parsed(kind: Kind, text: string): unknown {
  if (kind.control === 'text') return text === '' && kind.isNullable ? null : text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Those of the class itself, and those that it has from its base. References to widgets cannot be typed. */
function propsOf({ props, declaration }: WidgetClass) {
  const states = [...props.values()]
    .filter((prop): prop is StateProp => prop.kind === 'state')
    .filter((prop) => !prop.accepts.some(({ text }) => text.includes('WidgetRef')))
  const isOwn = ({ arg, option, setter }: StateProp) =>
    arg !== undefined ||
    option !== undefined ||
    (setter !== undefined && Object.hasOwn(declaration.methods ?? {}, setter))
  return { own: states.filter(isOwn), common: states.filter((prop) => !isOwn(prop)) }
}
