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
  useEffect,
  useRef,
  useSession,
  useSignal,
  VBox,
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
  return (
    <TopLevel>
      <VBox align="center" padding={16}>
        <VBox spacing={12} size={[820, null]} stretch={1}>
          <Header room={room} />
          <Separator />
          <Messages room={room} />
          <Entry room={room} />
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

function Messages({ room }: RoomProps) {
  const area = useRef<ScrollArea>()
  const isAtEnd = useRef(true)
  const messages = useComputed(() => room.value.messages)
  const { id } = useSession()
  const scroll = () => {
    // Who writes wants to see it, wherever they have read.
    const isOwn = messages.value.at(-1)?.authorId === id
    if (isAtEnd.current || isOwn) area.current?.setScrollPosition(0, 1)
  }
  return (
    <ScrollArea
      ref={area}
      stretch={1}
      label="Messages"
      onScrolled={(_, down) => (isAtEnd.current = down > 0.95)}
    >
      <VBox spacing={12}>
        <For
          each={messages}
          by="id"
          fallback={<Label tone="muted">Nobody has said anything.</Label>}
        >
          {(message) => <Said message={message} />}
        </For>
        <AfterEach messages={messages} run={scroll} />
      </VBox>
    </ScrollArea>
  )
}

interface AfterEachProps {
  readonly messages: { readonly value: readonly Message[] }
  readonly run: () => void
}

/** Shows nothing; runs something when a message is on the page, which is what effects wait for. */
function AfterEach({ messages, run }: AfterEachProps) {
  useEffect(run, [messages.value.at(-1)?.id])
  return null
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

function Entry({ room }: RoomProps) {
  const { id } = useSession()
  const text = useSignal('')
  const send = () => {
    room.value = say(room.value, id, text.value, Date.now())
    text.value = ''
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
