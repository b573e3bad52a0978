import axe from 'axe-core'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Json } from '../../../src/protocol/messages.ts'
import { call, create, listen, page, ready } from '../harness.ts'
import { events } from './shown.ts'

beforeEach(() => ready('FileDialog'))

function dialog(options: Json = {}, isActive = true) {
  vi.spyOn(navigator, 'userActivation', 'get').mockReturnValue({
    isActive,
    hasBeenActive: isActive,
  })
  const asked = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => {})
  const here = page()
  here.send(create(1, 'FileDialog', options), listen(1, 'activated'), listen(1, 'cancelled'))
  const input = here.root.querySelector<HTMLInputElement>('input[type=file]')!
  const calls = (method: string, ...args: readonly Json[]) => here.send(call(1, method, ...args))
  const choose = (...files: readonly File[]) => {
    const given = new DataTransfer()
    for (const file of files) given.items.add(file)
    input.files = given.files
    input.dispatchEvent(new Event('change'))
  }
  const box = () => here.root.querySelector<HTMLElement>('[role=region]')
  return { ...here, input, asked, calls, choose, box }
}

describe('open', () => {
  test.each(['open', 'show', 'popup'])('%s asks for one file', (method) => {
    const { calls, asked, input } = dialog({ accept: '.csv,image/*' })
    calls(method, ...(method === 'popup' ? [10, 20] : []))
    expect(asked.mock.contexts).toEqual([input])
    expect([input.multiple, input.accept]).toEqual([false, '.csv,image/*'])
  })

  test('asks for several in the mode files', () => {
    const { calls, asked, input } = dialog({ mode: 'files' })
    calls('open')
    expect([asked.mock.calls.length, input.multiple]).toEqual([1, true])
  })

  test('does nothing in the mode save', () => {
    const { calls, asked, box } = dialog({ mode: 'save' }, false)
    calls('open')
    expect([asked.mock.calls.length, box()]).toEqual([0, null])
  })

  test('asks for a click when the user has done nothing', async () => {
    const { calls, asked, box } = dialog({ mode: 'files' }, false)
    calls('open')
    expect(asked).not.toHaveBeenCalled()
    expect(box()!.innerText).toMatch(/^Files are wanted\.\s+Choose files …\s+Not now$/)
    await userEvent.click(box()!.querySelector('button')!)
    expect([asked.mock.calls.length, box()]).toEqual([1, null])
  })

  test.each(['light', 'dark'] as const)(
    'asks for that click so that all can hear it: %s',
    async (theme) => {
      const { calls, box, root } = dialog({}, false)
      root.dataset['theme'] = theme
      calls('open')
      expect((await axe.run(box()!)).violations.map(({ id }) => id)).toEqual([])
    },
  )

  test('asks for that click once, and not after its end', () => {
    const { calls, root, box } = dialog({}, false)
    calls('open')
    calls('open')
    expect(root.querySelectorAll('[role=region]')).toHaveLength(1)
    calls('destroy')
    expect(box()).toBeNull()
  })
})

describe('what the user chooses', () => {
  test('is announced and sent', async () => {
    const { choose, sent, sentBytes } = dialog({ mode: 'files' })
    choose(new File(['ABC'], 'a.txt', { type: 'text/plain' }), new File([], 'b'))
    await vi.waitFor(() => expect(sentBytes()).toHaveLength(2))
    const [announced, ...chunks] = sent()
    expect(announced).toMatchObject({
      action: 'activated',
      args: [
        {
          transfer_id: 1,
          files: [
            { name: 'a.txt', size: 3, type: 'text/plain', encoding: 'bytes' },
            { name: 'b', size: 0, type: '' },
          ],
        },
      ],
    })
    expect(chunks).toMatchObject([
      { type: 'binary-chunk', file_index: 0, file_count: 2 },
      { type: 'binary-chunk', file_index: 1 },
    ])
  })

  test('may be nothing', () => {
    const { input, choose, sent } = dialog()
    input.dispatchEvent(new Event('cancel'))
    choose()
    expect(events(sent())).toEqual(['cancelled()'])
  })

  test('may be the same file again', () => {
    const { choose, calls, input } = dialog()
    choose(new File(['A'], 'a'))
    calls('open')
    expect(input.files).toHaveLength(0)
  })
})

describe('save', () => {
  const saved = () => {
    const blobs: Blob[] = []
    const names: string[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob)
      return 'blob:x'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    return { blobs, names }
  }

  test.each<[string, readonly Json[], string, string]>([
    ['a data: text', ['data:text/csv;base64,eCx5'], 'text/csv', 'x,y'],
    ['base64 and its type', ['eCx5', 'text/csv'], 'text/csv', 'x,y'],
    ['base64 alone', ['eCx5'], 'application/octet-stream', 'x,y'],
    ['nothing', [''], 'application/octet-stream', ''],
  ])('saves %s', async (_, args, type, content) => {
    const { blobs, names } = saved()
    const { calls, sent } = dialog({ mode: 'save' })
    calls('save', 'rows.csv', ...args)
    expect([names, sent()]).toEqual([['rows.csv'], []])
    expect([blobs[0]!.type, await blobs[0]!.text()]).toEqual([type, content])
  })

  test('refuses what is no base64', () => {
    const { names } = saved()
    const { ask } = dialog()
    expect(() => ask(1, 'save', 'a', 'no base64!')).toThrow(
      'FileDialog.save needs "data" to be base64, got "no base64!"',
    )
    expect(names).toEqual([])
  })
})

test('mode and accept are what was set last', () => {
  const { calls, ask } = dialog()
  expect([ask(1, 'get_mode'), ask(1, 'get_accept')]).toEqual(['file', ''])
  calls('set_mode', 'files')
  calls('set_accept', '.png')
  expect([ask(1, 'get_mode'), ask(1, 'get_accept')]).toEqual(['files', '.png'])
  expect(() => ask(1, 'set_mode', 'open')).toThrow(
    `FileDialog.set_mode needs "mode" to be 'file'|'files'|'save', got "open"`,
  )
})

test('it leaves nothing on the page when it ends', () => {
  const { calls, root } = dialog({}, false)
  calls('open')
  calls('destroy')
  expect(root.childElementCount).toBe(0)
})
