// The parts of the form, one component each.

import {
  CheckBox,
  ComboBox,
  Expander,
  GridBox,
  HBox,
  Label,
  ProgressBar,
  RadioButton,
  Slider,
  SpinBox,
  TextArea,
  TextEntry,
  ToggleButton,
  VBox,
  type Child,
} from 'treewire'
import { countries, plans, roles, strengthOf } from './rules.ts'
import type { SignUp } from './use-sign-up.ts'

interface SectionProps {
  readonly form: SignUp
}

export function Account({ form }: SectionProps) {
  const { name, email, password, repeated } = form
  return (
    <Fields>
      <Named name="Name">
        <TextEntry bind={name.value} error={name.error} label="Name" />
      </Named>
      <Named name="Email">
        <TextEntry
          bind={email.value}
          error={email.error}
          label="Email"
          placeholder="you@example.com"
        />
      </Named>
      <Named name="Password">
        <TextEntry bind={password.value} error={password.error} label="Password" password />
        <ProgressBar value={() => strengthOf(password.value.value)} label="Strength" />
      </Named>
      <Named name="Password again">
        <TextEntry bind={repeated.value} error={repeated.error} label="Password again" password />
      </Named>
      <Named name="Country">
        <ComboBox
          bind={form.country.value}
          error={form.country.error}
          items={countries}
          dropdownLimit={8}
          label="Country"
        />
      </Named>
      <Named name="Role, if you like">
        <ComboBox bind={form.role.value} items={roles} editable label="Role" />
      </Named>
    </Fields>
  )
}

export function Plan({ form }: SectionProps) {
  const { plan } = form
  return (
    <Fields>
      <Named name="Plan">
        <HBox spacing={16} wrap>
          {plans.map((each) => (
            // One signal for all buttons of the group, so each says whether it is the one.
            <RadioButton
              key={each}
              group="plan"
              text={each}
              state={() => plan.value.value === each}
              onActivated={() => (plan.value.value = each)}
            />
          ))}
        </HBox>
      </Named>
      <Named name="Seats">
        <SpinBox bind={form.seats.value} min={1} max={500} label="Seats" />
      </Named>
      <Named name="Hours a week">
        <Slider bind={form.hours.value} min={1} max={60} showValue track label="Hours a week" />
      </Named>
      <Named name="Payment">
        <ToggleButton bind={form.yearly.value}>Pay yearly</ToggleButton>
      </Named>
    </Fields>
  )
}

export function About({ form }: SectionProps) {
  return (
    <VBox spacing={8}>
      <Expander title="Tell us more">
        <Named name="About you">
          <TextArea
            bind={form.about.value}
            error={form.about.error}
            label="About you"
            placeholder="What are you going to build?"
            wrap
            minSize={[null, 90]}
          />
          <Label variant="caption">{() => `${form.about.value.value.length} of 200`}</Label>
        </Named>
      </Expander>
      <CheckBox bind={form.newsletter.value}>Send me the newsletter</CheckBox>
      <CheckBox bind={form.terms.value}>I accept the terms</CheckBox>
    </VBox>
  )
}

/** As many columns as there is room for: two on a desk, one on a phone. */
function Fields({ children }: { readonly children: Child }) {
  return (
    <GridBox minColumnWidth={260} columnSpacing={20} rowSpacing={12}>
      {children}
    </GridBox>
  )
}

function Named({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <VBox spacing={4}>
      <Label text={name} variant="caption" />
      {children}
    </VBox>
  )
}
