// What is filled in.

import {
  ComboBox,
  Dial,
  Slider,
  SpinBox,
  TextArea,
  TextEntry,
  TextEntrySet,
  TextSource,
} from 'treewire'

const program = `// A counter.
export function Counter() {
  const count = useSignal(0)
  return <Button text={() => \`\${count.value} clicks\`} onClick={() => count.value++} />
}
`

export const inputs = [
  <TextEntry text="Ada" label="Name" placeholder="Your name" linehistory={5} />,
  <TextEntrySet text="8080" label="Set" fieldLabel="Port" />,
  <TextArea text={'Dear Ada,\n\nall is well.'} label="Letter" wrap />,
  <TextSource text={program} lineNumbers size={[null, 160]} label="Program" />,
  <ComboBox items={['Kenya', 'Norway', 'Peru']} text="Norway" label="Country" />,
  <SpinBox value={3} min={0} max={10} step={1} label="Seats" />,
  <Slider value={40} min={0} max={100} showValue track label="Volume" />,
  <Dial value={40} min={0} max={100} showValue track label="Gain" />,
]
