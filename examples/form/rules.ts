// What makes a value right. Each rule gives a sentence for people, or '' when there is nothing to say.

export type Rule<Value> = (value: Value) => string

export const nameRule: Rule<string> = (name) =>
  name.trim().length >= 2 ? '' : 'Please give at least two letters.'

export const emailRule: Rule<string> = (email) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? '' : 'This is not an email address.'

export const passwordRule: Rule<string> = (password) => {
  if (password.length < 8) return 'At least 8 characters, please.'
  return /\d/.test(password) ? '' : 'A digit is missing.'
}

export const countryRule: Rule<string> = (country) =>
  countries.includes(country) ? '' : 'Please choose a country.'

export const aboutRule: Rule<string> = (about) =>
  about.length <= 200 ? '' : 'At most 200 characters, please.'

export const termsRule: Rule<boolean> = (accepted) =>
  accepted ? '' : 'The terms have to be accepted.'

/** A field that may hold anything. */
export const anything: Rule<unknown> = () => ''

/** How hard a password is to guess: a rough share from 0 to 1 of 16 characters of all four kinds. */
export function strengthOf(password: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length
  return Math.min(1, password.length / 16) * (0.25 + 0.1875 * kinds)
}

export const countries = [
  'Argentina',
  'Australia',
  'Brazil',
  'Canada',
  'France',
  'Germany',
  'India',
  'Italy',
  'Japan',
  'Kenya',
  'Mexico',
  'Netherlands',
  'New Zealand',
  'Nigeria',
  'Norway',
  'Poland',
  'South Africa',
  'South Korea',
  'Spain',
  'United Kingdom',
  'United States',
]

export const roles = ['Developer', 'Designer', 'Operator', 'Researcher', 'Teacher']

export const plans = ['Free', 'Team', 'Company'] as const
export type Plan = (typeof plans)[number]
