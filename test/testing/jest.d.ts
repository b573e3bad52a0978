// What Jest 30 and its types declare, as far as our matchers are added to it: Jest itself is not installed here.

/** Of @types/jest, for its global `expect`. */
declare namespace jest {
  interface Matchers<R, T = {}> {
    readonly not: Matchers<R, T>
    toBe(expected: T): R
  }
}

declare module 'expect' {
  export interface Matchers<R extends void | Promise<void>, T = unknown> {
    toBe(expected: T): R
  }
}

declare module '@jest/globals' {
  import type { Matchers } from 'expect'

  interface Verdict {
    readonly pass: boolean
    message(): string
  }

  export const expect: {
    <T>(actual: T): Matchers<void, T> & { readonly not: Matchers<void, T> }
    extend(matchers: {
      readonly [name: string]: (actual: never, ...expected: never[]) => Verdict
    }): void
    addSnapshotSerializer(serializer: {
      serialize(value: unknown): string
      test(value: unknown): boolean
    }): void
  }
  export function test(name: string, run: () => void | Promise<void>): void
}
