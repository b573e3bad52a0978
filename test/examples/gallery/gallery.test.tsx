// The gallery without a browser: a page for every class, controls that change the widget, what it says of it.

import { expect, test } from 'vitest'
import { render } from 'treewire/testing'
import { App } from '../../../examples/gallery/app.tsx'
import { categories } from '../../../examples/gallery/categories.ts'
import { nameOf } from '../../../examples/gallery/specimen.ts'
import { catalog } from '../../../src/widgets/catalog.ts'

const list = { type: 'TreeView', label: 'Widgets' }
const names = categories.flatMap(({ specimens }) => specimens).map(nameOf)

test('every class of the catalog has a page, and one only', () => {
  expect(names.toSorted()).toEqual(Object.keys(catalog).toSorted())
})

test.each(names)('%s can be shown, and nothing goes wrong', async (name) => {
  const gallery = await galleryAt(name)
  expect(gallery.findAll({ type: 'Label', text: name })).not.toEqual([])
  expect(gallery.errors()).toEqual([])
  gallery.unmount()
})

test('a control changes the widget, the JSX and the messages', async () => {
  const gallery = await galleryAt('Button')
  const before = gallery.find({ type: 'Button', text: 'Save' })
  await gallery.fire({ label: 'Prop text' }, 'modified', 'Send')
  expect(gallery.find({ type: 'Button', text: 'Send' })).toBe(before)
  expect(gallery.find('<Button text="Send" variant="primary" />')).toBeDefined()
  expect(gallery.find({ text: /^v call #1 set_text "Send"\nv create #1 Button/ })).toBeDefined()
})

test('what the user does to the widget is told, and its control follows', async () => {
  const gallery = await galleryAt('Slider')
  await gallery.fire({ type: 'Slider', label: 'Volume' }, 'activated', 60)
  expect(gallery.find('onActivated(60)')).toBeDefined()
  expect(gallery.find({ text: /^\^ callback #1 activated 60\n/ })).toBeDefined()
  expect(gallery.find({ label: 'Prop value' }).state.get('value')).toBe(60)
  await gallery.click('Reset')
  expect(gallery.find({ label: 'Prop value' }).state.get('value')).toBe(40)
})

test('what does not fit a prop is told under its field and stays there; the widget keeps what it had', async () => {
  const gallery = await galleryAt('ComboBox')
  const items = { type: 'TextEntry', label: 'Prop items' }
  await gallery.fire(items, 'modified', '["Chad", 1]')
  expect(gallery.find(items).state.get('error')).toBe('This has to be string[].')
  await gallery.fire(items, 'modified', '["Chad"')
  expect(gallery.find(items).state.get('error')).toBe('This has to be JSON.')
  expect(gallery.find(items).state.get('text')).toBe('["Chad"')
  expect(shownItems(gallery)).toEqual(['Kenya', 'Norway', 'Peru'])
  await gallery.fire(items, 'modified', '["Chad"]')
  expect([gallery.find(items).state.get('error'), shownItems(gallery)]).toEqual(['', ['Chad']])
})

test('methods can be called, and what they answer is told', async () => {
  const gallery = await galleryAt('Button', { get_text: 'Save' })
  await gallery.click('get_text')
  expect(gallery.find('get_text() → "Save"')).toBeDefined()
})

test('the filter leaves the classes whose names have it in them', async () => {
  const gallery = await galleryAt('Button')
  gallery.take()
  await gallery.type({ name: 'Filter' }, 'combo')
  const lines = gallery.take()
  expect(lines.filter((line) => line.includes('Windows'))).toEqual([
    expect.stringMatching(/^v call #\d+ patch_tree \{"remove":\["Windows","Layout",/),
  ])
})

test('the props of Page are those of the page that the gallery stands in', async () => {
  const gallery = await galleryAt('Page')
  await gallery.select({ name: 'Prop density' }, 'compact')
  expect(gallery.find({ type: 'Page' }).state.get('density')).toBe('compact')
  expect(gallery.find({ label: 'Density' }).state.get('index')).toBe(1)
})

test('a narrow window shows either the list or a widget', async () => {
  const gallery = await galleryAt('Button')
  await gallery.fire({ type: 'Page' }, 'resize', { width: 390, height: 800 })
  expect(gallery.findAll({ label: 'Filter' })).toEqual([])
  await gallery.click('List')
  expect(gallery.findAll({ label: 'Filter' })).toHaveLength(1)
  expect(gallery.findAll('Props')).toEqual([])
  await choose(gallery, 'Slider')
  expect([gallery.findAll({ label: 'Filter' }), gallery.findAll('Props').length]).toEqual([[], 1])
})

type Gallery = ReturnType<typeof render>

async function galleryAt(
  name: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<Gallery> {
  const gallery = render(() => <App />, { answer: ({ method }) => answers[method] })
  await choose(gallery, name)
  return gallery
}

function choose(gallery: Gallery, name: string): Promise<void> {
  const chosen = { path: ['Category', name], values: { name } }
  return gallery.fire(list, 'selected', [chosen])
}

function shownItems(gallery: Gallery): unknown {
  return gallery.find({ type: 'ComboBox', label: 'Country' }).state.get('items')
}
