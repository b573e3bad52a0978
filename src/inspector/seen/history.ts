// What browsers showed after each message that is kept: a model from before the first of them, and the messages since.

import type { Json, ServerMessage } from '../../protocol/messages.ts'
import { showPage } from '../../model/children.ts'
import { ModelBrowser } from '../../model/model.ts'
import type { ModelWidget } from '../../model/model.ts'
import { currentValue } from '../../reconciler/known.ts'
import type { Node } from '../../reconciler/node.ts'
import { containerOf, isYetToShow } from '../../reconciler/place.ts'
import type { WidgetNode } from '../../reconciler/widget-node.ts'
import type { LoggedMessage } from './message-log.ts'
import { nodesFrom } from './walk.ts'

export interface PastState {
  readonly browser: ModelBrowser
  /** Messages that could not be followed: widgets that were made by hand before anybody looked. */
  readonly lost: number
}

export class History {
  readonly #base: ModelBrowser
  #lost = 0

  /** @param root  what is shown before the first message */
  constructor(root: Node | undefined) {
    this.#base = modelOf(root)
  }

  /** These are not kept any more: what they did is where all others begin. */
  letGo(messages: readonly LoggedMessage[]): void {
    for (const message of messages) if (!isFollowed(this.#base, message)) this.#lost++
  }

  /** @param messages  all that are kept and have come by then, from the oldest on */
  after(messages: readonly LoggedMessage[]): PastState {
    const browser = copyOf(this.#base)
    const lost = messages.filter((message) => !isFollowed(browser, message)).length
    return { browser, lost: this.#lost + lost }
  }
}

/** @returns whether the model could do what the message says */
function isFollowed(browser: ModelBrowser, logged: LoggedMessage): boolean {
  const isDone = logged.direction === 'up' || logged.isRetold || isObeyed(browser, logged)
  for (const [wid, prop, value] of logged.changes) browser.widgets.get(wid)?.state.set(prop, value)
  return isDone
}

function isObeyed(browser: ModelBrowser, { message }: LoggedMessage): boolean {
  if (!isOfWidgets(message)) return true
  try {
    browser.obey(message)
    return true
  } catch {
    // It is strict, and does not know what was made by hand before.
    return false
  }
}

/** What comes in pieces, or is about the page, changes no widget of the model. */
function isOfWidgets(message: LoggedMessage['message']): message is ServerMessage {
  return ['create', 'call', 'listen', 'unlisten', 'batch'].includes(message.type)
}

/** What browsers show of a tree that is mounted. */
export function modelOf(root: Node | undefined): ModelBrowser {
  const browser = new ModelBrowser()
  const nodes = [...nodesFrom(root)].filter((node) => node.kind === 'widget' && !node.isGone)
  for (const node of nodes as WidgetNode[]) browser.widgets.set(node.wid, widgetOf(node))
  for (const node of nodes as WidgetNode[]) place(browser, node)
  for (const node of nodes as WidgetNode[]) turnToPage(browser, node)
  return browser
}

function widgetOf(node: WidgetNode): ModelWidget {
  const { wid, widgetClass } = node
  const listening = Object.keys(node.props).flatMap((name) => {
    const prop = widgetClass.prop(name)
    return prop?.kind === 'event' ? [prop.action] : []
  })
  return {
    wid,
    widgetClass,
    state: statesOf(node),
    listening: new Set(listening),
    children: [],
    placements: new Map(),
    parent: undefined,
    isShown: widgetClass.isWindow && !isYetToShow(node) && currentValue(node, 'visible') !== false,
    shownChild: undefined,
  }
}

function statesOf(node: WidgetNode): Map<string, Json> {
  const names = new Set([...Object.keys(node.props), ...(node.known?.keys() ?? [])])
  const isState = (name: string): boolean => node.widgetClass.prop(name)?.kind === 'state'
  const states = [...names].filter(isState).map((name) => [name, currentValue(node, name)] as const)
  return new Map(states.filter(([, value]) => value !== undefined) as [string, Json][])
}

function place({ widgets }: ModelBrowser, node: WidgetNode): void {
  const container = containerOf(node)
  const parent = container && node.owner === container ? widgets.get(container.wid) : undefined
  const widget = widgets.get(node.wid)
  if (!parent || !widget) return
  widget.parent = parent
  parent.children.push(widget)
  if (node.placement) parent.placements.set(widget, node.placement)
}

/** Of a widget with pages: to the one in front. */
function turnToPage({ widgets }: ModelBrowser, node: WidgetNode): void {
  const widget = widgets.get(node.wid)!
  const index = currentValue(node, 'index')
  showPage(widget, widget.children[typeof index === 'number' ? index : 0])
}

function copyOf(browser: ModelBrowser): ModelBrowser {
  const copy = new ModelBrowser()
  for (const [wid, widget] of browser.widgets) copy.widgets.set(wid, copyOfWidget(widget))
  for (const { wid, children, placements, shownChild } of browser.widgets.values()) {
    const parent = copy.widgets.get(wid)!
    for (const child of children) {
      const own = copy.widgets.get(child.wid)!
      own.parent = parent
      parent.children.push(own)
      parent.placements.set(own, placements.get(child) ?? [])
    }
    parent.shownChild = shownChild && copy.widgets.get(shownChild.wid)
  }
  return copy
}

function copyOfWidget(widget: ModelWidget): ModelWidget {
  return {
    ...widget,
    state: new Map(widget.state),
    listening: new Set(widget.listening),
    children: [],
    placements: new Map(),
    parent: undefined,
    shownChild: undefined,
  }
}
