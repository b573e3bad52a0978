// Files that a user gives, in a test.

import { FileDialog, Label, Page, VBox } from 'treewire'
import type { Upload } from 'treewire'
import { render } from 'treewire/testing'
import { expect, test } from 'vitest'

const note = { name: 'note.txt', content: 'Hello', type: 'text/plain' }

test('are dropped on a widget, with all that a page says of them', async () => {
  const got: string[] = []
  const screen = render(
    <Page>
      <Label
        onDropStart={({ files }) => got.push(...files.map(({ name }) => `start ${name}`))}
        onDropEnd={({ files }) => got.push(...files.map((file) => `end ${file.text()}`))}
      >
        Drop here
      </Label>
    </Page>,
  )
  screen.take()
  await screen.upload('Drop here', note, { name: 'b', content: Uint8Array.of(66) })
  expect(got).toEqual(['start note.txt', 'start b', 'end Hello', 'end B'])
  expect(screen.take()).toEqual([
    expect.stringMatching(/^\^ callback #2 drop-start /),
    expect.stringMatching(/^\^ callback #2 drop-end /),
    '^ binary-chunk #2 1:0 0/1',
    '^ binary-chunk #2 1:1 0/1',
  ])
})

test('are chosen in a file dialog, which is found though nobody sees it', async () => {
  const got: string[] = []
  const screen = render(
    <Page>
      <VBox>
        <FileDialog onActivated={({ files }) => got.push(files[0]!.name)} />
      </VBox>
    </Page>,
  )
  expect(screen.find({ type: 'FileDialog' }).state.get('visible')).toBeUndefined()
  await screen.upload({ type: 'FileDialog' }, note)
  expect(got).toEqual(['note.txt'])
})

test('are not sent when nobody listens', async () => {
  const screen = render(
    <Page>
      <Label>Drop here</Label>
    </Page>,
  )
  screen.take()
  await screen.upload('Drop here', note)
  expect(screen.take()).toEqual([])
})

test('are sent no more when the application cancels', async () => {
  const failed: string[] = []
  const screen = render(
    <Page>
      <Label
        onUpload={(upload: Upload) => upload.cancel()}
        onDropEnd={() => failed.push('arrived')}
        onUploadFailed={({ reason }) => failed.push(reason)}
      >
        Drop here
      </Label>
    </Page>,
  )
  await screen.upload('Drop here', note)
  expect(failed).toEqual(['cancelled'])
  expect(screen.messages().filter((line) => line.includes('binary-chunk'))).toEqual([])
})
