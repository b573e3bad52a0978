// What counts as right in the form.

import { describe, expect, test } from 'vitest'
import * as rules from '../../examples/form/rules.ts'

const long = 'x'.repeat(201)

describe.each<[string, rules.Rule<string>, [given: string, said: string][]]>([
  [
    'nameRule',
    rules.nameRule,
    [
      ['', 'Please give at least two letters.'],
      [' A ', 'Please give at least two letters.'],
      ['Al', ''],
    ],
  ],
  [
    'emailRule',
    rules.emailRule,
    [
      ['', 'This is not an email address.'],
      ['ada@example', 'This is not an email address.'],
      ['ada lovelace@example.com', 'This is not an email address.'],
      [' ada@example.com ', ''],
    ],
  ],
  [
    'passwordRule',
    rules.passwordRule,
    [
      ['', 'At least 8 characters, please.'],
      ['secret1', 'At least 8 characters, please.'],
      ['secretsecret', 'A digit is missing.'],
      ['secret12', ''],
    ],
  ],
  [
    'countryRule',
    rules.countryRule,
    [
      ['', 'Please choose a country.'],
      ['Atlantis', 'Please choose a country.'],
      ['Kenya', ''],
    ],
  ],
  [
    'aboutRule',
    rules.aboutRule,
    [
      ['', ''],
      [long, 'At most 200 characters, please.'],
    ],
  ],
])('%s', (_, rule, cases) => {
  test.each(cases)('says of %j: %j', (given, said) => {
    expect(rule(given)).toBe(said)
  })
})

test('a password of all kinds and 16 characters is as strong as can be', () => {
  expect(rules.strengthOf('')).toBe(0)
  expect(rules.strengthOf('Abcdefgh1234567!')).toBe(1)
  expect(rules.strengthOf('abcdefgh')).toBeLessThan(rules.strengthOf('abcdefg1'))
})
