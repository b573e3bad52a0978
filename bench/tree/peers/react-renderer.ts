// React's reconciler on the host of the bench: concurrent root, every update on the synchronous lane.

import { createContext } from 'react'
import type { ReactNode } from 'react'
import createReconciler from 'react-reconciler'
import {
  ConcurrentRoot,
  DiscreteEventPriority,
  NoEventPriority,
} from 'react-reconciler/constants.js'
import type { HostNode, MessageHost } from '../message-host.ts'

interface WidgetProps {
  readonly text?: string
  readonly onActivated?: () => void
}

type Nothing = Record<string, never>

const nothing: Nothing = {}

/** Shows what it is given in the window of the host. */
export interface ReactRoot {
  render(shown: ReactNode): void
  flush(): void
}

export function reactRoot(host: MessageHost): ReactRoot {
  const reconciler = reconcilerOn(host)
  const fail = (error: unknown): never => {
    throw error
  }
  const root = reconciler.createContainer(
    host.window,
    ConcurrentRoot,
    null,
    false,
    null,
    '',
    fail,
    fail,
    fail,
    () => undefined,
    null,
  )
  return {
    render(shown) {
      reconciler.updateContainerSync(shown, root, null, null)
      reconciler.flushSyncWork()
    },
    flush: () => void reconciler.flushSyncWork(),
  }
}

function reconcilerOn(host: MessageHost) {
  let priority = NoEventPriority
  return createReconciler({
    ...treeOf(host),
    supportsMutation: true,
    supportsPersistence: false,
    supportsHydration: false,
    isPrimaryRenderer: true,
    rendererPackageName: 'treewire-bench',
    rendererVersion: '0',
    extraDevToolsConfig: null,
    bindToConsole: () => () => undefined,
    noTimeout: -1,
    scheduleTimeout: setTimeout,
    cancelTimeout: clearTimeout,
    supportsMicrotasks: true,
    scheduleMicrotask: queueMicrotask,
    setCurrentUpdatePriority: (next) => void (priority = next),
    getCurrentUpdatePriority: () => priority,
    resolveUpdatePriority: () => priority || DiscreteEventPriority,
    ...withoutTransitions,
  })
}

/** What the tree needs; new text is in the props of the instance, as it is for a DOM. */
function treeOf(host: MessageHost) {
  const append = (parent: HostNode, child: HostNode): void => host.insert(parent, child)
  const insertBefore = (parent: HostNode, child: HostNode, before: HostNode): void =>
    host.insert(parent, child, before)
  const remove = (_: HostNode, child: HostNode): void => host.remove(child)
  return {
    getRootHostContext: () => nothing,
    getChildHostContext: (context: Nothing) => context,
    createInstance(type: string, { text, onActivated }: WidgetProps): HostNode {
      const node = host.create(type, text)
      if (onActivated) host.listen(node, onActivated)
      return node
    },
    createTextInstance(): never {
      throw new Error('A screen of the bench has no text outside of its labels')
    },
    commitUpdate(node: HostNode, _: string, before: WidgetProps, after: WidgetProps): void {
      if (after.text !== undefined && after.text !== before.text) host.setText(node, after.text)
      if (after.onActivated && after.onActivated !== before.onActivated)
        host.listen(node, after.onActivated)
    },
    appendInitialChild: append,
    appendChild: append,
    appendChildToContainer: append,
    insertBefore,
    insertInContainerBefore: insertBefore,
    removeChild: remove,
    removeChildFromContainer: remove,
    clearContainer: () => undefined,
    finalizeInitialChildren: () => false,
    shouldSetTextContent: () => false,
    getPublicInstance: (node: HostNode) => node,
    prepareForCommit: () => null,
    resetAfterCommit: () => undefined,
    detachDeletedInstance: () => undefined,
  }
}

/** What React asks for transitions, forms and suspended commits, of which there are none. */
const withoutTransitions = {
  preparePortalMount: () => undefined,
  getInstanceFromNode: () => null,
  beforeActiveInstanceBlur: () => undefined,
  afterActiveInstanceBlur: () => undefined,
  prepareScopeUpdate: () => undefined,
  getInstanceFromScope: () => null,
  NotPendingTransition: null,
  HostTransitionContext: createContext(null) as never,
  resetFormInstance: () => undefined,
  requestPostPaintCallback: () => undefined,
  shouldAttemptEagerTransition: () => false,
  trackSchedulerEvent: () => undefined,
  resolveEventType: () => null,
  resolveEventTimeStamp: () => -1,
  maySuspendCommit: () => false,
  maySuspendCommitOnUpdate: () => false,
  maySuspendCommitInSyncRender: () => false,
  preloadInstance: () => true,
  startSuspendingCommit: () => null,
  suspendInstance: () => undefined,
  suspendOnActiveViewTransition: () => undefined,
  waitForCommitToBeReady: () => null,
  getSuspendedCommitReason: () => null,
}
