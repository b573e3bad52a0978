// A chat room. All sessions read one shared signal, so what one writes is seen by all.

import {
  Button,
  For,
  HBox,
  Label,
  ScrollArea,
  Separator,
  TextEntry,
  TopLevel,
  useComputed,
  useRef,
  useSession,
  useSignal,
  VBox,
  type Ref,
  type Signal,
} from 'treewire'
import { nameOf, rename, say } from './room.ts'
import type { Message, Room } from './room.ts'
import { usePresence } from './use-presence.ts'

interface RoomProps {
  readonly room: Signal<Room>
}

export function App({ room }: RoomProps) {
  usePresence(room)
  const area = useRef<ScrollArea>()
  return (
    <TopLevel>
      <VBox align="center" padding={16}>
        <VBox spacing={12} size={[820, null]} stretch={1}>
          <Header room={room} />
          <Separator />
          <Messages room={room} area={area} />
          <Entry room={room} onSent={() => area.current?.setScrollPosition(0, 1)} />
        </VBox>
      </VBox>
    </TopLevel>
  )
}

function Header({ room }: RoomProps) {
  const { id } = useSession()
  return (
    <HBox spacing={12} wrap>
      <Label variant="title">Chat</Label>
      <Label tone="muted" stretch={1} text={() => whoIsHere(room.value, id)} />
      <TextEntry
        text={() => room.value.people.find((person) => person.id === id)?.name ?? ''}
        onModified={(name) => (room.value = rename(room.value, id, name))}
        placeholder="Your nickname"
        label="Your nickname"
        length={16}
      />
    </HBox>
  )
}

/** Names the others first, then the one who reads it. */
function whoIsHere(room: Room, id: string): string {
  const here = room.people.filter((person) => person.isHere)
  const others = here.filter((person) => person.id !== id)
  const names = others.map((person) => nameOf(room, person.id))
  return `${here.length} online: ${[...names, `${nameOf(room, id)} (you)`].join(', ')}`
}

interface MessagesProps extends RoomProps {
  readonly area: Ref<ScrollArea>
}

function Messages({ room, area }: MessagesProps) {
  const messages = useComputed(() => room.value.messages)
  return (
    <ScrollArea ref={area} follow stretch={1} label="Messages">
      <VBox spacing={12}>
        <For
          each={messages}
          by="id"
          fallback={<Label tone="muted">Nobody has said anything.</Label>}
        >
          {(message) => <Said message={message} />}
        </For>
      </VBox>
    </ScrollArea>
  )
}

function Said({ message }: { readonly message: Message }) {
  const { id } = useSession()
  return (
    <VBox spacing={2}>
      <HBox spacing={8}>
        <Label variant="heading" tone={message.authorId === id ? 'accent' : 'normal'}>
          {message.author}
        </Label>
        <Label variant="caption">{timeOf(message)}</Label>
      </HBox>
      <Label text={message.text} allowTextSelection />
    </VBox>
  )
}

/** By the clock of the server. */
function timeOf({ time }: Message): string {
  return new Date(time).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit' })
}

interface EntryProps extends RoomProps {
  /** Who has read above wants to see what they say themselves. */
  readonly onSent: () => void
}

function Entry({ room, onSent }: EntryProps) {
  const { id } = useSession()
  const text = useSignal('')
  const send = () => {
    room.value = say(room.value, id, text.value, Date.now())
    text.value = ''
    onSent()
  }
  return (
    <HBox spacing={8}>
      <TextEntry
        bind={text}
        onActivated={send}
        placeholder="Say something"
        label="Message"
        linehistory={20}
        stretch={1}
      />
      <Button text="Send" variant="primary" onActivated={send} />
    </HBox>
  )
}
