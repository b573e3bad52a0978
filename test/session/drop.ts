// What a browser tells when files are dropped on a widget.

/** @param more  what a test looks at, and what it has otherwise */
export function dropOf<T extends object>(more: T) {
  return {
    type: 'drop',
    time_stamp: 1,
    viewport_x: 0,
    viewport_y: 0,
    x: 0,
    y: 0,
    button_trigger: 0,
    button_mask: 0,
    modifiers: [],
    types: ['Files'],
    text: null,
    url: null,
    html: null,
    ...more,
  }
}
