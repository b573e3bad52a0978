// Makes nodes look like others by changing as little as possible: where text only grows, what is selected in it
// stays selected, and what has the focus keeps it.

/** What the user or the widget changes in the page itself: it outlives the next text. */
const kept: ReadonlySet<string> = new Set(['open', 'tabindex'])

/** Makes the children of `parent` from the one at `from` on like those of `wanted`, which is used up. */
export function morphChildren(parent: Node, from: number, wanted: Node): void {
  let old: ChildNode | null = parent.childNodes[from] ?? null
  while (wanted.firstChild) {
    const now = wanted.firstChild
    const next: ChildNode | null = old?.nextSibling ?? null
    now.remove()
    if (old) morph(old, now)
    else parent.appendChild(now)
    old = next
  }
  while (old) {
    const next: ChildNode | null = old.nextSibling
    old.remove()
    old = next
  }
}

function morph(old: ChildNode, now: ChildNode): void {
  if (old instanceof Text && now instanceof Text) morphText(old, now.data)
  else if (old instanceof Element && now instanceof Element && old.tagName === now.tagName) {
    morphAttributes(old, now)
    morphChildren(old, 0, now)
  } else old.replaceWith(now)
}

/** Only what stands behind the common beginning is replaced: selections in front of it stay. */
function morphText(old: Text, now: string): void {
  let same = 0
  while (same < old.length && same < now.length && old.data[same] === now[same]) same++
  if (same < old.length) old.replaceData(same, old.length - same, now.slice(same))
  else if (same < now.length) old.appendData(now.slice(same))
}

function morphAttributes(old: Element, now: Element): void {
  for (const name of old.getAttributeNames()) {
    if (!now.hasAttribute(name) && !kept.has(name)) old.removeAttribute(name)
  }
  for (const attribute of now.attributes) {
    if (kept.has(attribute.name) || old.getAttribute(attribute.name) === attribute.value) continue
    // As a node it keeps its namespace, and a name that only parsers may give.
    old.setAttributeNode(attribute.cloneNode() as Attr)
  }
}
