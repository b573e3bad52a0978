// Where an error was, as a metric can tell it: without numbers of widgets, and no longer than it must be. Pure.
//
//   App > List > Row > HBox #4 > Button #7.onActivated     Row > Button.onActivated
//   App > Clock effect                                     Clock effect
//   The prop "text" of Label #12                           The prop "text" of Label

/** The last component and what it was in it; sentences stay what they are. */
export function errorPlace(where: string): string {
  const names = where.split(' > ')
  const last = names.at(-1)!
  const component = names.slice(0, -1).findLast((name) => !isWidget(name))
  const isInside = component !== undefined && isWidget(last)
  return withoutNumbers(isInside ? `${component} > ${last}` : last)
}

function isWidget(name: string): boolean {
  return / #-?\d+/.test(name)
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/ ?#-?\d+/g, '')
}
