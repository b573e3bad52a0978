// A field for the address of another site.

import { Button, HBox, TextEntry, useSignal } from 'treewire'
import { add } from './checks.ts'

export function AddSite() {
  const url = useSignal('')
  const isRight = () => /^https?:\/\//.test(url.value) && URL.canParse(url.value)
  const submit = () => {
    if (!isRight()) return
    add(url.value)
    url.value = ''
  }
  return (
    <HBox spacing={8}>
      <TextEntry
        bind={url}
        error={() => (url.value === '' || isRight() ? '' : 'Begin with http:// or https://')}
        onActivated={submit}
        label="Address"
        placeholder="https://example.com/"
        stretch={1}
      />
      <Button variant="primary" enabled={isRight} onActivated={submit}>
        Watch
      </Button>
    </HBox>
  )
}
