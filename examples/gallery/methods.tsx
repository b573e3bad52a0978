// Buttons for what the widget can be told and asked without an argument.

import { Button, Frame, HBox, useSession, type AnyHandle } from 'treewire'
import type { WidgetClass } from './specimen.ts'
import { happened, textOf, type Exhibit } from './use-exhibit.ts'

export function Methods({ exhibit }: { readonly exhibit: Exhibit }) {
  const session = useSession()
  const call = (method: string) => {
    const { current } = exhibit.handle
    if (!current) return
    asked(exhibit, current, method).catch((error: unknown) => session.report(error, method))
  }
  const names = methodsOf(exhibit.widgetClass)
  if (names.length === 0) return null
  return (
    <Frame title="Methods">
      <HBox spacing={4} wrap>
        {names.map((method) => (
          <Button key={method} text={method} onActivated={() => call(method)} />
        ))}
      </HBox>
    </Frame>
  )
}

async function asked(exhibit: Exhibit, handle: AnyHandle, method: string): Promise<void> {
  const answer = await handle.call(method)
  happened(exhibit.happenings, {
    args: [],
    text: answer === undefined ? `${method}()` : `${method}() → ${textOf(answer)}`,
    line: `v call #1 ${method}`,
  })
}

function methodsOf({ declaration }: WidgetClass): string[] {
  return Object.entries(declaration.methods ?? {})
    .filter(([, { kind }]) => kind === 'action' || kind === 'query')
    .filter(([, { params }]) => params.every(({ optional }) => optional))
    .map(([method]) => method)
}
