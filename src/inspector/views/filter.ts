// Leaves rows that have a text in them. Pure.

/** Whether any value of a row has the text in it, in small letters or capitals; an empty text is in each. */
export function isIn(row: Readonly<Record<string, string | number>>, filter: string): boolean {
  const wanted = filter.trim().toLowerCase()
  if (wanted === '') return true
  return Object.values(row).some((value) => String(value).toLowerCase().includes(wanted))
}
