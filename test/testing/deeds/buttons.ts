// The button that a deed is about, and the one that its user goes to next.

import { create, listen } from '../../client/harness.ts'

export const button = [create(3, 'Button', 'Save'), listen(3, 'activated')]
export const next = [create(4, 'Button', 'Next'), listen(4, 'activated')]
