/** The tree of one filled form: elements and text, with namespaces resolved, so that prefixes and their declarations do not count. */

export type Attribute = { namespace: string; name: string; value: string }

export type Element = {
  namespace: string
  name: string
  attributes: Attribute[]
  /** In order; two texts never stand side by side. */
  children: (Element | string)[]
}

export const isElement = (child: Element | string): child is Element => typeof child !== 'string'

export const elementsOf = (element: Element): Element[] => element.children.filter(isElement)

/** All the text inside, without what comments and instructions said. */
export const textOf = (element: Element): string => element.children.map((child) => (isElement(child) ? textOf(child) : child)).join('')

export const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

/** The value of an attribute without a namespace. */
export const attributeOf = (element: Element, name: string): string | null =>
  element.attributes.find((attribute) => attribute.namespace === '' && attribute.name === name)?.value ?? null

/** The first element of this name inside, whatever its namespace: forms of different tools put `meta` into different ones. */
export const childNamed = (element: Element, name: string): Element | null => elementsOf(element).find((child) => child.name === name) ?? null
