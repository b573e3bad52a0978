// Where an element is written, as compilers tell it in development.

import { describe, expect, test } from 'vitest'
import { createElement, Label } from 'treewire'
import { jsxDEV } from 'treewire/jsx-dev-runtime'
import { sourceOf } from '../../src/jsx/source.ts'

const here = { fileName: '/app/app.tsx', lineNumber: 12, columnNumber: 5 }

test('an element of development knows where it is written', () => {
  expect(sourceOf(jsxDEV(Label, { text: 'a' }, undefined, false, here).props)).toEqual(here)
})

test('one of a test does: its line is a line of this file', () => {
  const { fileName, lineNumber } = sourceOf((<Label text="a" />).props)!
  expect(fileName).toMatch(/test\/jsx\/source\.test\.tsx$/)
  expect(lineNumber).toBe(15)
})

describe('where it is written', () => {
  const element = jsxDEV(Label, { text: 'a' }, 'key', false, here)

  test('is not among its props', () => {
    expect(element).toEqual(createElement(Label, { text: 'a', key: 'key' }))
    expect(Object.keys(element.props)).toEqual(['text'])
    expect(JSON.stringify(element)).toBe('{"type":"Label","key":"key","props":{"text":"a"}}')
  })

  test('is not noted on what is frozen', () => {
    const props = Object.freeze({ text: 'a' })
    expect(sourceOf(jsxDEV(Label, props, undefined, false, here).props)).toBeUndefined()
  })

  test('does not go on to an element that is made of its props', () => {
    expect(sourceOf({ ...element.props })).toBeUndefined()
  })

  test('is known of an element of the older convention too', () => {
    const older = createElement(Label, { key: 'a', __source: here, __self: undefined })
    expect([sourceOf(older.props), Object.keys(older.props)]).toEqual([here, []])
  })
})

test('an element of production knows nothing of it', () => {
  expect(sourceOf(createElement(Label, { text: 'a' }).props)).toBeUndefined()
})
