import { expect, onTestFinished, test, vi } from 'vitest'
import { page as window, userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, named, ready, ref, unlisten } from '../harness.ts'
import { events, expectAccessible, expectEvents, shown } from './shown.ts'

await ready('TextSource')

const all = ['changed', 'edited', 'line_clicked', 'icon_clicked', 'scrolled', 'tooltip']
const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n')

type Place = { readonly __wid__: number }

function source(text = '', options: Json = {}, actions: readonly string[] = all) {
  const here = shown(actions, 'TextSource', text, options)
  here.element.style.inlineSize = '600px'
  here.sent()
  const offset = (place: unknown) => here.ask((place as Place).__wid__, 'get_offset') as number
  return {
    ...here,
    content: here.find('.cm-content'),
    at: (at: number, ...gravity: Json[]) => here.answer('create_ref', at, ...gravity) as Place,
    offset,
    /** Of a pair of refs. */
    offsets: (pair: unknown) => (pair as Place[] | null)?.map(offset),
    click: () => userEvent.click(here.find('.cm-content')),
    type: async (offset: number, keys: string) => {
      here.calls(['set_focus'], ['_setCursorOffset', offset])
      await userEvent.keyboard(keys)
    },
  }
}

test('the ring goes around all of it, the line numbers too', async () => {
  const here = source('one', { line_numbers: true })
  here.element.style.cssText += 'outline: 4px solid rgb(9, 8, 7); outline-offset: -4px'
  await here.click()
  const taken = await window.screenshot({ element: here.element, save: false })
  const picture = await createImageBitmap(
    await (await fetch(`data:image/png;base64,${taken}`)).blob(),
  )
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!
  context.drawImage(picture, 0, 0)
  const [left, right] = [3, picture.width - 3]
  const colors = [left, right].map((x) => [...context.getImageData(x, 14, 1, 1).data].slice(0, 3))
  expect(colors).toEqual([
    [9, 8, 7],
    [9, 8, 7],
  ])
})

test.each(['Control', 'Meta'])('%s+Enter is told behind what was typed', async (held) => {
  const here = source('a', {}, ['edited', 'activated'])
  await here.type(1, `b{${held}>}{Enter}{/${held}}`)
  await expectEvents(here, ['edited([{"from":1,"to":1,"insert":"b"}], 1, 0)', 'activated()'])
  expect(here.answer('get_text')).toBe('ab')
})

test('Control+Enter begins a line where nobody wants to know', async () => {
  const here = source('a', {}, [])
  await here.type(1, '{Control>}{Enter}{/Control}')
  expect(here.answer('get_text')).toBe('a\n')
})

test('it shows its text, and answers with what is in it', () => {
  const { content, answer, calls } = source('one\ntwo')
  expect([...content.querySelectorAll('.cm-line')].map((line) => line.textContent)).toEqual([
    'one',
    'two',
  ])
  expect([answer('get_text'), answer('get_length')]).toEqual(['one\ntwo', 7])
  calls(['set_text', 'three'])
  expect(answer('get_text')).toBe('three')
  calls(['clear'])
  expect(answer('get_text')).toBe('')
})

test('typing is told as edits once it rests, and not as the whole text', async () => {
  const here = source('one\ntwo')
  await here.click()
  here.calls(['_setCursorOffset', 3])
  await userEvent.keyboard('!{Enter}x')
  expect(here.answer('get_text')).toBe('one!\nx\ntwo')
  await expectEvents(here, ['edited([{"from":3,"to":3,"insert":"!\\nx"}], 1, 0)', 'changed()'])
})

test('Backspace, Delete, cut and paste are edits, too', async () => {
  const here = source('abcdef')
  await here.click()
  here.calls(['_setCursorOffset', 3])
  await userEvent.keyboard('{Backspace}{Delete}')
  expect(here.answer('get_text')).toBe('abef')
  here.calls(['_setSelectionOffsets', 0, 2])
  await userEvent.cut()
  expect(here.answer('get_text')).toBe('ef')
  here.calls(['_setCursorOffset', 2])
  await userEvent.paste()
  expect(here.answer('get_text')).toBe('efab')
  const told = events(here.sent()).find((line) => line.startsWith('edited'))
  expect(told).toBe('edited([{"from":2,"to":4,"insert":""}], 1, 0)')
})

test('a text that fits no frame is told in pieces', () => {
  const here = source('<>', {}, ['edited'])
  here.calls(['insert_text', here.at(1), 'x'.repeat(250_000)])
  const told = events(here.sent()).map((line) =>
    line.replaceAll(/x+/g, ({ length }) => `${length}`),
  )
  expect(told).toEqual([
    'edited([{"from":1,"to":1,"insert":"100000"}], 1, 0)',
    'edited([{"from":1,"to":1,"insert":"100000"}], 2, 0)',
    'edited([{"from":1,"to":1,"insert":"50000"}], 3, 0)',
  ])
})

test('nothing is told that nobody listens to', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = source('', {}, [])
  here.content.focus()
  document.execCommand('insertText', false, 'abc')
  vi.runAllTimers()
  expect(here.sent()).toEqual([])
})

test('a caret that the user moves is told where somebody listens', async () => {
  const here = source('one two', {}, ['selection_changed'])
  here.calls(['set_focus'], ['_setCursorOffset', 0])
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  await expectEvents(here, ['selection_changed(0, 2)'])
})

test('any change is told, that of a server too', () => {
  const here = source('one', {}, ['changed'])
  here.calls(['_replaceRange', 0, 1, 'O'], ['set_text', 'two'])
  expect(events(here.sent())).toEqual(['changed()', 'changed()'])
})

test('line breaks become one unit', () => {
  const { answer, calls, at } = source('a\r\nb')
  expect([answer('get_text'), answer('get_length')]).toEqual(['a\nb', 3])
  calls(['insert_text', at(0), '\r\n'])
  expect(answer('get_text')).toBe('\na\nb')
  calls(['set_text', 'c\rd\r\n'], ['_replaceRange', 0, 1, '\r\n'])
  expect(answer('get_text')).toBe('\n\nd\n')
})

// What the server writes.

test('what is put in, removed and replaced at refs is told like an edit of the user', () => {
  const here = source('one two three')
  here.calls(['insert_text', here.at(3), '!'], ['delete_range', here.at(8), here.at(4)])
  expect(here.answer('get_text')).toBe('one! three')
  expect(events(here.sent()).filter((line) => line.startsWith('edited'))).toEqual([
    'edited([{"from":3,"to":3,"insert":"!"}], 1, 0)',
    'edited([{"from":5,"to":9,"insert":""}], 2, 0)',
  ])
  expect(here.answer('get_text_range', here.at(10), here.at(5))).toBe('three')
})

test('what the server knows already is not told', () => {
  const here = source('one')
  here.calls(['_replaceRange', 0, 3, 'two', { heard: 0 }], ['set_text', 'three'])
  expect(events(here.sent())).toEqual(['changed()', 'changed()'])
})

test('a change from the server leaves the caret and what is typed where they are', async () => {
  const here = source('one two')
  await here.type(7, '!')
  here.calls(['_replaceRange', 0, 3, 'eleven', { heard: 0 }])
  expect(here.answer('get_text')).toBe('eleven two!')
  expect(here.offset(here.answer('get_cursor'))).toBe(11)
  expect(events(here.sent())).toEqual([
    'edited([{"from":10,"to":10,"insert":"!"}], 1, 1)',
    'changed()',
  ])
})

test('a change that crossed with what was told is carried over it', async () => {
  const here = source('abc')
  await here.type(0, 'x')
  await expectEvents(here, ['edited([{"from":0,"to":0,"insert":"x"}], 1, 0)', 'changed()'])
  here.calls(['_replaceRange', 2, 3, 'C', { heard: 0 }])
  expect(here.answer('get_text')).toBe('xabC')
  here.calls(['_replaceRange', 0, 1, '', { heard: 1 }])
  expect(here.answer('get_text')).toBe('abC')
})

test('a text that is set leaves what was typed behind the one before, unless nobody is told', async () => {
  const heard = source('hello')
  await heard.type(5, ' world')
  heard.calls(['set_text', ''])
  expect(heard.answer('get_text')).toBe(' world')
  const unheard = source('hello', {}, [])
  await unheard.type(5, ' world')
  unheard.calls(['set_text', 'bye'])
  expect(unheard.answer('get_text')).toBe('bye')
})

test('where nobody is told what is typed, a change from the server counts for its own text', async () => {
  const here = source('hello', {}, [])
  await here.type(0, 'well, ')
  here.calls(['_replaceRange', 0, 1, 'H', { heard: 0 }])
  expect(here.answer('get_text')).toBe('Hello')
})

test('what was missed is told again, word by word', async () => {
  const here = source('', {}, ['edited'])
  await here.type(0, 'a')
  await expectEvents(here, ['edited([{"from":0,"to":0,"insert":"a"}], 1, 0)'])
  here.calls(['_replaceRange', 0, 0, '>', { heard: 0 }])
  here.calls(['tell_again', 0])
  expect(events(here.sent())).toEqual(['edited([{"from":1,"to":1,"insert":"a"}], 1, 1)'])
  here.calls(['tell_again', 1])
  expect(here.sent()).toEqual([])
})

test('a server that changes a lot is told that it was heard', () => {
  const here = source('', {}, ['edited'])
  for (let at = 0; at < 100; at++) here.calls(['_replaceRange', at, at, '.', { heard: 0 }])
  expect(events(here.sent())).toEqual(['edited([], 1, 100)'])
})

test('offsets beyond the ends are those of the ends', () => {
  const { calls, answer, offset, at } = source('abc')
  calls(['_replaceRange', 9, -1, 'x'])
  expect(answer('get_text')).toBe('x')
  expect([offset(at(-3)), offset(at(9))]).toEqual([0, 1])
})

test('read only it takes the focus but no keys', async () => {
  const here = source('fixed', { editable: false })
  await here.type(0, 'x{Backspace}')
  expect(here.answer('get_text')).toBe('fixed')
  expect(document.activeElement).toBe(here.content)
  expect(here.content.ariaReadOnly).toBe('true')
  here.calls(['set_editable', true])
  await here.type(0, 'x')
  expect(here.answer('get_text')).toBe('xfixed')
})

test('edits are taken back and made again, each by itself', () => {
  const { calls, answer, at } = source('one')
  expect([answer('can_undo'), answer('undo')]).toEqual([false, false])
  calls(['insert_text', at(3), ' two'], ['insert_text', at(7), ' three'])
  expect([answer('undo'), answer('get_text')]).toEqual([true, 'one two'])
  expect([answer('can_redo'), answer('redo'), answer('get_text')]).toEqual([
    true,
    true,
    'one two three',
  ])
  calls(['_replaceRange', 0, 0, '> ', { pushUndo: false }])
  expect([answer('undo'), answer('get_text')]).toEqual([true, '> one two'])
})

test('by keyboard, what the user did is taken back, not what the server did', async () => {
  const here = source('one')
  await here.type(3, '!')
  here.calls(['_replaceRange', 0, 0, '> ', { pushUndo: false, heard: 1 }])
  await userEvent.keyboard('{Control>}z{/Control}')
  expect(here.answer('get_text')).toBe('> one')
})

test('a text that is emptied is told like an edit, and has no places any more', () => {
  const here = source('one', {}, ['edited'])
  const place = here.at(1)
  here.calls(['clear'])
  expect(events(here.sent())).toEqual(['edited([{"from":0,"to":3,"insert":""}], 1, 0)'])
  expect(here.ask(place.__wid__, 'is_valid')).toBe(false)
})

// Caret and selection.

test('the caret and the selection are set and asked for by refs', () => {
  const { calls, answer, at, offset, offsets } = source('one two')
  calls(['set_cursor', at(2)])
  expect(offset(answer('get_cursor'))).toBe(2)
  expect([answer('has_selection'), answer('get_selection_range')]).toEqual([false, null])
  calls(['set_selection_range', at(4), at(7)])
  expect([answer('has_selection'), offsets(answer('get_selection_bounds'))]).toEqual([true, [4, 7]])
  calls(['_setSelectionOffsets', 0, 3])
  expect(offsets(answer('get_selection_range'))).toEqual([0, 3])
})

test('a caret that a ref was given for is told by a new ref', () => {
  const here = source('one', {}, ['cursor_moved'])
  here.calls(['set_cursor', here.at(2)])
  expect(events(here.sent())).toEqual(['cursor_moved({"__wid__":-2,"__class__":"TextBufferRef"})'])
  expect(here.offset(ref(-2))).toBe(2)
})

test('the caret is a line or a block, in a colour', async () => {
  const here = source('abc')
  const caret = async () => {
    await here.click()
    return getComputedStyle(await vi.waitFor(() => here.find('.cm-cursor-primary')))
  }
  expect((await caret()).borderLeftWidth).toBe('2px')
  here.calls(['set_cursor_style', 'block', 'rgb(1, 2, 3)'])
  const block = await caret()
  expect(block.backgroundColor).toBe('rgb(1, 2, 3)')
  expect(Number.parseFloat(block.width)).toBeGreaterThan(5)
  here.calls(['set_cursor_style'])
  expect((await caret()).borderLeftWidth).toBe('2px')
})

// Refs.

test.each([
  ['left', 3, 3],
  ['right', 3, 4],
])('a ref of gravity %s at %i is at %i when text is put in there', (gravity, at, then) => {
  const here = source('one two')
  const place = here.at(at, gravity)
  here.calls(['insert_text', here.at(3), '!'])
  expect(here.offset(place)).toBe(then)
})

test('refs are at the ends, and where lines begin and end', () => {
  const { answer, offset, offsets } = source('one\ntwo\nthree')
  expect(offsets([answer('get_ref_start'), answer('get_ref_end')])).toEqual([0, 13])
  expect(offsets(answer('get_ref_bounds'))).toEqual([0, 13])
  expect([0, 1, 2, 9, -1].map((line) => offset(answer('get_ref_line_start', line)))).toEqual([
    0, 4, 8, 8, 0,
  ])
  expect(offset(answer('get_ref_line_end', 1))).toBe(7)
})

test('a named ref is found again until another takes the name', () => {
  const { calls, answer, at, ask } = source('one two')
  const first = answer('create_named_ref', 'mark', 3) as Place
  expect(answer('get_named_ref', 'mark')).toEqual(first)
  const second = at(5)
  calls(['_bindNamedRef', 'mark', second])
  expect(answer('get_named_ref', 'mark')).toEqual(second)
  expect(ask(first.__wid__, 'is_valid')).toBe(false)
  calls(['remove_named_ref', 'mark'])
  expect([answer('get_named_ref', 'mark'), answer('get_named_ref', 'none')]).toEqual([null, null])
})

test('a text that is set anew has none of the refs, tags and icons of the one before', () => {
  const here = source('one two', { icon_gutter: true })
  const place = here.at(3)
  here.calls(
    ['create_tag', 'hot', { bold: true }],
    ['apply_tag', 'hot', here.at(0), here.at(3)],
    ['set_icon', place, 'data:,'],
    ['create_named_ref', 'mark', 1],
    ['set_text', 'one two'],
  )
  expect(here.ask(place.__wid__, 'is_valid')).toBe(false)
  expect([here.answer('has_tag', 'hot'), here.answer('get_named_ref', 'mark')]).toEqual([
    false,
    null,
  ])
  expect(here.element.querySelector('img')).toBeNull()
})

test('a ref of another text, or one that is no place any more, is refused by name', () => {
  const here = source('one')
  const place = here.at(1)
  here.calls(['remove_ref', place])
  expect(() => here.answer('get_text_range', place, place)).toThrow(
    'TextBufferRef #-1 is no place in the text any more',
  )
  here.send({ type: 'create', wid: 50, class: 'TextSource', args: ['other'] })
  const other = here.ask(50, 'get_ref_start') as Place
  expect(() => here.answer('get_tags_at', other)).toThrow('is a place in another text')
  expect(() => here.answer('get_tags_at', ref(1))).toThrow('must be a TextBufferRef')
})

// Tags.

test('a tag looks as it is defined, follows edits, and the last defined counts', () => {
  const here = source('one two three')
  here.calls(
    ['create_tag', 'a', { foreground: 'rgb(1, 2, 3)', bold: true, font_size: 20 }],
    ['create_tag', 'b', { foreground: 'rgb(4, 5, 6)', italic: true, underline: true }],
    ['apply_tag', 'a', here.at(4), here.at(13)],
    ['apply_tag', 'b', here.at(8), here.at(13)],
    ['insert_text', here.at(0), '> '],
  )
  const [two, three] = [...here.element.querySelectorAll('.tw-source-tag')].map((one) => ({
    text: one.textContent,
    style: getComputedStyle(one),
  }))
  expect([two!.text, two!.style.color, two!.style.fontWeight]).toEqual([
    'two ',
    'rgb(1, 2, 3)',
    '700',
  ])
  expect([three!.text, three!.style.color, three!.style.fontStyle]).toEqual([
    'three',
    'rgb(4, 5, 6)',
    'italic',
  ])
  expect([two!.style.fontSize, three!.style.textDecorationLine]).toEqual(['20px', 'underline'])
})

test('tags are found at a place, in a range, and by their runs', () => {
  const { calls, answer, at, offsets } = source('0123456789')
  calls(
    ['create_tag', 'a'],
    ['create_tag', 'b'],
    ['apply_tag', 'a', at(1), at(3)],
    ['apply_tag', 'a', at(3), at(5)],
    ['apply_tag', 'a', at(7), at(9)],
    ['apply_tag', 'b', at(4), at(8)],
  )
  expect(answer('get_tags_at', at(0))).toEqual([])
  expect(answer('get_tags_at', at(4))).toEqual(['a', 'b'])
  expect(answer('get_tags_at', at(5))).toEqual(['b'])
  expect(answer('get_tags_range', at(0), at(4))).toEqual(['a'])
  expect(offsets(answer('get_tag_region', 'a'))).toEqual([1, 9])
  expect((answer('get_tag_regions', 'a') as Json[]).map(offsets)).toEqual([
    [1, 5],
    [7, 9],
  ])
  calls(['remove_tag', 'a', at(2), at(8)])
  expect((answer('get_tag_regions', 'a') as Json[]).map(offsets)).toEqual([
    [1, 2],
    [8, 9],
  ])
  calls(['remove_tag_def', 'a'])
  expect([answer('has_tag', 'a'), answer('has_tag', 'b'), answer('get_tag_region', 'a')]).toEqual([
    false,
    true,
    null,
  ])
})

test('a tag that nobody has defined is refused', () => {
  const { answer, at, calls } = source('one')
  calls(['create_tag', 'known'])
  expect(() => answer('apply_tag', 'unknown', at(0), at(1))).toThrow(
    'There is no tag "unknown": define it by create_tag first. Known: known',
  )
})

test('text that is put in by the server may have tags, and all tags can be replaced', () => {
  const { calls, answer, at, offsets } = source('abc')
  calls(
    ['create_tag', 'a'],
    ['insert_text', at(1), 'xx', ['a']],
    ['_replaceRange', 5, 5, 'y', { tags: ['a'] }],
  )
  expect((answer('get_tag_regions', 'a') as Json[]).map(offsets)).toEqual([
    [1, 3],
    [5, 6],
  ])
  calls([
    '_restoreTagIntervals',
    [
      { name: 'a', start: 4, end: 99 },
      { name: 'a', start: 0, end: 1 },
    ],
  ])
  expect((answer('get_tag_regions', 'a') as Json[]).map(offsets)).toEqual([
    [0, 1],
    [4, 6],
  ])
})

// Gutters.

test('line numbers are shown when asked, and a click on one is told', async () => {
  const here = source('one\ntwo', { line_numbers: true })
  const number = [...here.element.querySelectorAll('.cm-lineNumbers .cm-gutterElement')].at(-1)!
  expect(number.textContent).toBe('2')
  await userEvent.click(number)
  expect(events(here.sent())).toContain('line_clicked(1)')
  here.calls(['set_line_numbers', false])
  expect(here.element.querySelector('.cm-lineNumbers')).toBeNull()
})

test('an icon stands in front of its line, moves with it, and a click on it is told', async () => {
  const here = source('one\ntwo', { icon_gutter: true })
  const place = here.at(5)
  here.calls([
    'set_icon',
    place,
    `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`,
  ])
  here.calls(['insert_text', here.at(0), 'zero\n'])
  const lineOfIcon = () => {
    const icon = here.find('img').getBoundingClientRect()
    const rows = [...here.element.querySelectorAll('.cm-line')]
    return rows.findIndex((row) => row.getBoundingClientRect().bottom > icon.top)
  }
  await vi.waitFor(() => expect(lineOfIcon()).toBe(2))
  here.sent()
  await userEvent.click(here.find('img'))
  await userEvent.click(here.find('.tw-source-icons'), { position: { x: 5, y: 10 } })
  expect(events(here.sent())).toEqual([
    `icon_clicked(2, ${JSON.stringify(named(place.__wid__, 'TextBufferRef'))})`,
    'icon_clicked(0, null)',
  ])
  here.calls(['set_icon', place, null])
  await vi.waitFor(() => expect(here.element.querySelector('img')).toBeNull())
})

test('keys stand for clicks at the line of the caret, where there is something to click', async () => {
  const here = source('one\ntwo', { icon_gutter: true, line_numbers: true })
  const place = here.at(4)
  here.calls(['set_icon', place, 'data:,'])
  await here.type(5, '{F9}{Shift>}{F9}{/Shift}')
  const clicks = () => events(here.sent()).filter((line) => line.includes('clicked'))
  expect(clicks()).toEqual([
    `icon_clicked(1, ${JSON.stringify(named(place.__wid__, 'TextBufferRef'))})`,
    'line_clicked(1)',
  ])
  here.calls(['set_icon_gutter', false], ['set_line_numbers', false])
  await userEvent.keyboard('{F9}{Shift>}{F9}{/Shift}')
  expect(clicks()).toEqual([])
})

// Search.

test('matches are found by refs, from a start, with case or without', () => {
  const { answer, at, offsets } = source('One two one.')
  expect(offsets(answer('find', 'one'))).toEqual([8, 11])
  expect(offsets(answer('find', 'one', { case_insensitive: true }))).toEqual([0, 3])
  expect(offsets(answer('find', 'one', { case_insensitive: true, start: at(1) }))).toEqual([8, 11])
  expect((answer('find_all', 'ONE', { case_insensitive: true }) as Json[]).map(offsets)).toEqual([
    [0, 3],
    [8, 11],
  ])
  expect([answer('find', 'none'), answer('find', ''), answer('find_all', '')]).toEqual([
    null,
    null,
    [],
  ])
})

test('the first match is replaced, or all', () => {
  const { answer } = source('a.a.a')
  expect([answer('replace', '.', '$&'), answer('get_text')]).toEqual([1, 'a$&a.a'])
  expect([answer('replace', 'a', 'b', { all: true }), answer('get_text')]).toEqual([3, 'b$&b.b'])
  expect(answer('replace', 'x', 'y')).toBe(0)
})

test('Control+F opens a search, Enter goes on, Escape closes it', async () => {
  const here = source('one two one two one', {}, ['edited'])
  await here.click()
  await userEvent.keyboard('{Control>}f{/Control}')
  const field = here.find('.tw-source-search-field') as HTMLInputElement
  expect(document.activeElement).toBe(field)
  await userEvent.keyboard('one')
  expect(here.find('.tw-source-count').textContent).toBe('3 found')
  await userEvent.keyboard('{Enter}')
  expect(here.find('.tw-source-count').textContent).toBe('1 of 3')
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  expect(here.find('.tw-source-count').textContent).toBe('3 of 3')
  await userEvent.keyboard('x')
  expect(here.find('.tw-source-count').textContent).toBe('No match')
  await userEvent.keyboard('{Escape}')
  expect(here.element.querySelector('.tw-source-search')).toBeNull()
  expect(document.activeElement).toBe(here.content)
})

test('in the search all is replaced, with case when asked', async () => {
  const here = source('One one')
  await here.click()
  await userEvent.keyboard('{Control>}f{/Control}one')
  await userEvent.click(here.find('[aria-label="Match case"]'))
  expect(here.find('.tw-source-count').textContent).toBe('1 found')
  await userEvent.type(here.find('[aria-label="Replace"]'), 'two')
  await userEvent.click(here.find('[aria-label="Replace all"]'))
  expect(here.answer('get_text')).toBe('One two')
})

test('read only there is nothing to replace', async () => {
  const here = source('one', { editable: false })
  await here.click()
  await userEvent.keyboard('{Control>}f{/Control}')
  expect(here.find('[aria-label="Replace"]').checkVisibility()).toBe(false)
})

// Looks.

test('long lines are broken when asked, between words or anywhere', async () => {
  const here = source(`${'x'.repeat(300)} ${'word '.repeat(100)}`)
  const scroller = here.find('.cm-scroller')
  const isWide = () => scroller.scrollWidth > scroller.clientWidth
  expect(isWide()).toBe(true)
  for (const mode of ['word', 'hard', true]) {
    here.calls(['set_wrap', mode])
    expect(isWide()).toBe(false)
  }
  here.calls(['set_wrap', 'hard'])
  expect(getComputedStyle(here.find('.cm-line')).wordBreak).toBe('break-all')
  here.calls(['set_wrap', false])
  expect(isWide()).toBe(true)
  expect(() => here.answer('set_wrap', 'soft')).toThrow('TextSource.set_wrap needs "mode"')
})

test('the font is a family and a size in px', () => {
  const { find, calls } = source('one', { font_family: 'serif', font_size: 20 })
  const font = () => {
    const { fontFamily, fontSize } = getComputedStyle(find('.cm-scroller'))
    return [fontFamily, fontSize]
  }
  expect(font()).toEqual(['serif', '20px'])
  calls(['set_font', null, 9])
  expect(font()).toEqual(['serif', '9px'])
  calls(['set_font', 'monospace', null])
  expect(font()[0]).toContain('Menlo')
})

test('it scrolls by shares, and to places', async () => {
  const here = source(lines(500))
  here.element.style.blockSize = '200px'
  const scroller = here.find('.cm-scroller')
  here.calls(['set_scroll_position', 0, 1])
  await vi.waitFor(() => expect(here.answer('get_scroll_position')).toEqual([0, 1]))
  await expectEvents(here, ['scrolled(0, 1)'])
  here.calls(['scroll_to_ref', here.at(0), 'top'])
  await vi.waitFor(() => expect(scroller.scrollTop).toBe(0))
  here.calls(['_setCursorOffset', 3000], ['scroll_to_cursor'])
  await vi.waitFor(() => expect(scroller.scrollTop).toBeGreaterThan(1000))
  here.calls(['_scrollToOffset', 0])
  await vi.waitFor(() => expect(scroller.scrollTop).toBe(0))
})

test('a place to scroll to is kept until it stands on the page', async () => {
  const here = source(lines(500))
  here.element.remove()
  here.element.style.blockSize = '200px'
  here.calls(['set_text', lines(400)], ['set_scroll_position', 0, 0.5])
  expect(here.answer('get_scroll_position')).toEqual([0, 0.5])
  here.root.append(here.element)
  await vi.waitFor(() => expect(here.find('.cm-scroller').scrollTop).toBeGreaterThan(1000))
})

test('where the pointer rests is told, and answered by a hint there', async () => {
  const here = source('one\ntwo', {}, ['tooltip'])
  here.calls(['set_tooltips_enabled', true])
  const second = here.element.querySelectorAll('.cm-line')[1]!
  await userEvent.hover(second, { position: { x: 12, y: 8 } })
  const said = await vi.waitFor(() => {
    const [line] = events(here.sent())
    expect(line).toMatch(/^tooltip\(1, [01], "two", /)
    return line!
  })
  expect(said).toMatch(/, [\d.]+, [\d.]+\)$/)
  here.calls(['_showTooltip', 'a number', 100, 100])
  expect(here.find('.tw-tooltip').textContent).toBe('a number')
  expect(here.find('.tw-tooltip').matches(':popover-open')).toBe(true)
  here.calls(['_showTooltip', '', 0, 0])
  expect(here.element.querySelector('.tw-tooltip')).toBeNull()
  here.calls(['_showTooltip', 'again', 100, 100], ['set_focus'])
  await userEvent.keyboard('{Shift}')
  expect(here.element.querySelector('.tw-tooltip')).toBeNull()
})

test('Tab leaves it', async () => {
  const here = source('one')
  const after = document.createElement('button')
  here.root.append(after)
  here.calls(['set_focus'])
  await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(after)
})

test('it has the name that it is given, and is dead while disabled', () => {
  const here = source('one')
  here.calls(['set_wrap', true], ['set_enabled', false])
  expect([here.content.ariaLabel, here.content.role]).toEqual(['Test', 'textbox'])
  here.calls(['set_focus'])
  expect(document.activeElement).not.toBe(here.content)
})

test('no style element is needed, which a strict policy would refuse', () => {
  source('one')
  const elements = [...document.querySelectorAll('style')]
  expect(elements.filter(({ textContent }) => textContent.includes('.cm-scroller'))).toEqual([])
  expect(document.adoptedStyleSheets.length).toBeGreaterThan(0)
})

test('axe has nothing to say', async () => {
  const here = source('one two one', { line_numbers: true, icon_gutter: true })
  await here.click()
  await userEvent.keyboard('{Control>}f{/Control}one{Enter}')
  await expectAccessible(here)
  await expectAccessible(source('fixed', { editable: false }))
})

test('a megabyte is opened and typed into without a halt', async () => {
  const text = 'a line of a long text\n'.repeat(50_000)
  const begun = performance.now()
  const here = source(text)
  const opened = performance.now()
  await here.type(500_000, 'abc')
  const typed = performance.now()
  expect(here.answer('get_length')).toBe(text.length + 3)
  // Far above what it takes, and far below what it would take to draw every line.
  expect(opened - begun).toBeLessThan(2000)
  expect(typed - opened).toBeLessThan(2000)
})

test('scrolling is watched only while it is listened to', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const here = source(lines(100))
  here.send(unlisten(1, 'scrolled'))
  vi.clearAllTimers()
  here.find('.cm-scroller').dispatchEvent(new Event('scroll'))
  vi.runAllTimers()
  expect(events(here.sent())).toEqual([])
})

test('after its end nothing is told, and what it made of its own is gone', async () => {
  const here = source('one')
  const place = here.at(1)
  const { content } = here
  await here.type(0, 'x')
  here.send(call(1, 'destroy'))
  content.dispatchEvent(new PointerEvent('pointermove'))
  expect(here.root.childElementCount).toBe(0)
  expect(here.remote.widget(place.__wid__)).toBeUndefined()
  expect(events(here.sent())).toEqual([])
})
