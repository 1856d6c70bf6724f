/** Longer help for the enumerator, which the engine leaves out: read from the form itself, by question and language, opened by a touch. */
export type Guidance = (nodeset: string, language: string) => string | null

export function guidanceIn(xform: string): Guidance {
  const document = new DOMParser().parseFromString(xform, 'text/xml')
  const hintOf = new Map<string, string>()
  for (const hint of document.getElementsByTagName('hint')) {
    const id = /jr:itext\('([^']+)'\)/.exec(hint.getAttribute('ref') ?? '')?.[1]
    const nodeset = hint.parentElement?.getAttribute('ref')
    if (id && nodeset) hintOf.set(nodeset, id)
  }
  const texts = new Map<string, string>()
  for (const value of document.getElementsByTagName('value')) {
    if (value.getAttribute('form') !== 'guidance') continue
    const text = value.parentElement
    texts.set(`${text?.getAttribute('id')}|${text?.parentElement?.getAttribute('lang')}`, value.textContent ?? '')
  }
  return (nodeset, language) => texts.get(`${hintOf.get(nodeset)}|${language}`) || null
}
