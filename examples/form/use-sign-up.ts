// The fields of the form together, and what they come to.

import { useComputed } from 'treewire'
import * as rules from './rules.ts'
import { useField } from './use-field.ts'

export type SignUp = ReturnType<typeof useSignUp>

export function useSignUp() {
  const password = useField('', rules.passwordRule)
  const fields = {
    name: useField('', rules.nameRule),
    email: useField('', rules.emailRule),
    password,
    repeated: useField('', (text) =>
      text !== '' && text === password.value.value ? '' : 'The passwords differ.',
    ),
    country: useField('', rules.countryRule),
    role: useField('', rules.anything),
    plan: useField<rules.Plan>('Free', rules.anything),
    seats: useField(1, rules.anything),
    hours: useField(8, rules.anything),
    about: useField('', rules.aboutRule),
    newsletter: useField(false, rules.anything),
    yearly: useField(false, rules.anything),
    terms: useField(false, rules.termsRule),
  }
  const toDo = useComputed(() => Object.values(fields).filter((one) => !one.isValid.value).length)
  return { ...fields, toDo }
}

/** What the form says, as pairs of a name and a text for people. The password stays where it is. */
export function summaryOf(form: SignUp): [name: string, value: string][] {
  const yesOrNo = (isSo: boolean) => (isSo ? 'Yes' : 'No')
  return [
    ['Name', form.name.value.value.trim()],
    ['Email', form.email.value.value.trim()],
    ['Country', form.country.value.value],
    ['Role', form.role.value.value || 'Not said'],
    ['Plan', `${form.plan.value.value}, seats: ${form.seats.value.value}`],
    ['Paid', form.yearly.value.value ? 'Yearly' : 'Monthly'],
    ['Use', `${form.hours.value.value} hours a week`],
    ['Newsletter', yesOrNo(form.newsletter.value.value)],
  ]
}
