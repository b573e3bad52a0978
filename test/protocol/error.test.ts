// What is thrown when the other end breaks the rules of the wire.

import { expect, test } from 'vitest'
import { CloseCode, ProtocolError } from 'treewire/protocol'

test('a protocol error asks for 4400 unless it is told otherwise', () => {
  expect(new ProtocolError('Wrong').code).toBe(4400)
  expect(new ProtocolError('Large', CloseCode.tooLarge).code).toBe(4413)
})

test('a protocol error is an error with its name, its message and its cause', () => {
  const cause = new SyntaxError('{')
  const error = new ProtocolError('Wrong', undefined, { cause })
  expect(error).toBeInstanceOf(Error)
  expect(String(error)).toBe('ProtocolError: Wrong')
  expect([error.code, error.cause]).toEqual([4400, cause])
})
