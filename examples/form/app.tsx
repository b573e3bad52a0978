// A form to sign up with: every kind of input, checked while one types.
//
// Every input is tied to a signal by `bind`. All that follows from the values, the messages under the
// fields, the strength of the password, whether the button can be pressed, follows them by itself.

import {
  Button,
  Dialog,
  Frame,
  GridBox,
  HBox,
  Label,
  Page,
  Show,
  useComputed,
  useSignal,
  VBox,
  type Signal,
} from 'treewire'
import { About, Account, Plan } from './sections.tsx'
import { summaryOf, useSignUp } from './use-sign-up.ts'
import type { SignUp } from './use-sign-up.ts'

type Summary = ReturnType<typeof summaryOf>

export function App() {
  const form = useSignUp()
  const sent = useSignal<Summary | undefined>(undefined)
  return (
    <>
      <Page title="New account">
        <VBox align="center" padding={16}>
          <Frame size={[760, null]} padding={24}>
            <VBox spacing={16}>
              <Label variant="title">Create your account</Label>
              <Account form={form} />
              <Plan form={form} />
              <About form={form} />
              <Submit form={form} onSubmit={() => (sent.value = summaryOf(form))} />
            </VBox>
          </Frame>
        </VBox>
      </Page>
      <Welcome sent={sent} />
    </>
  )
}

interface SubmitProps {
  readonly form: SignUp
  readonly onSubmit: () => void
}

function Submit({ form, onSubmit }: SubmitProps) {
  const isReady = useComputed(() => form.toDo.value === 0)
  return (
    <HBox spacing={12}>
      <Label variant="caption" stretch={1}>
        {() => (isReady.value ? 'All set.' : `${form.toDo.value} fields still need you.`)}
      </Label>
      <Button text="Sign up" variant="primary" enabled={isReady} onActivated={onSubmit} />
    </HBox>
  )
}

/** A dialog is a window of its own: it is on the page while it is mounted, and gone when it is not. */
function Welcome({ sent }: { readonly sent: Signal<Summary | undefined> }) {
  const close = () => (sent.value = undefined)
  return (
    <Show when={sent}>
      {(summary) => (
        <Dialog
          title="Welcome!"
          buttons={[['Done', 'done']]}
          modal
          onActivated={close}
          onClose={close}
        >
          <VBox spacing={12}>
            <Label>This is what you told us:</Label>
            <Pairs pairs={summary} />
          </VBox>
        </Dialog>
      )}
    </Show>
  )
}

function Pairs({ pairs }: { readonly pairs: Summary }) {
  return (
    <GridBox columnSpacing={16} rowSpacing={4}>
      {pairs.map(([name, value], row) => [
        <Label row={row} column={0} tone="muted" text={name} />,
        <Label row={row} column={1} text={value} />,
      ])}
    </GridBox>
  )
}
