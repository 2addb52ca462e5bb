// Builds elements in one expression. Text is always text: nothing from the bytes is ever taken for HTML.

type Child = Node | string | null

/** A new element with attributes, and children; a child of null is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.append(...children.filter((child) => child !== null))
  return node
}

/** A button that does something. */
export function button(text: string, onClick: () => void, attributes: Readonly<Record<string, string>> = {}) {
  const node = element('button', { type: 'button', ...attributes }, text)
  node.addEventListener('click', onClick)
  return node
}

/** The element of the page with an id. Throws where the page lacks it. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const node = document.getElementById(id)
  if (node instanceof type) return node
  throw new Error(`the page has no ${type.name} #${id}`)
}
