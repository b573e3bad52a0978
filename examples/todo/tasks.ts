// What a list of tasks can do. Pure: each function gives a new list, so that a signal sees the change.

export interface Task {
  readonly id: number
  readonly text: string
  readonly isDone: boolean
}

export type Tasks = readonly Task[]

export const filters = ['all', 'open', 'done'] as const
export type Filter = (typeof filters)[number]

/** Adds a task at the end; an empty text adds nothing. */
export function add(tasks: Tasks, text: string): Tasks {
  const trimmed = text.trim()
  if (trimmed === '') return tasks
  const id = Math.max(0, ...tasks.map((task) => task.id)) + 1
  return [...tasks, { id, text: trimmed, isDone: false }]
}

export function mark(tasks: Tasks, id: number, isDone: boolean): Tasks {
  return tasks.map((task) => (task.id === id ? { ...task, isDone } : task))
}

export function markAll(tasks: Tasks, isDone: boolean): Tasks {
  return tasks.map((task) => (task.isDone === isDone ? task : { ...task, isDone }))
}

export function remove(tasks: Tasks, id: number): Tasks {
  return tasks.filter((task) => task.id !== id)
}

export function openOnes(tasks: Tasks): Tasks {
  return tasks.filter((task) => !task.isDone)
}

export function shownBy(filter: Filter, tasks: Tasks): Tasks {
  if (filter === 'all') return tasks
  return tasks.filter((task) => task.isDone === (filter === 'done'))
}
