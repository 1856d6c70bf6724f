/** The words of an XPath expression. */
export type Token = { kind: 'name' | 'string' | 'number' | 'sign'; text: string }

const pattern = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|'([^']*)'|([A-Za-z_][\w.-]*(?::(?!:)(?:[\w.-]+|\*))?|\*)|(\/\/|::|!=|<=|>=|\.\.|[/@[\](),|=<>.+-]))/gy

export function tokens(xpath: string): Token[] {
  const found: Token[] = []
  pattern.lastIndex = 0
  const text = xpath.trim()
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (!match) throw new Error(`cannot read ${text.slice(at, at + 20)}`)
    const [, number, double, single, name, sign] = match
    if (number !== undefined) found.push({ kind: 'number', text: number })
    else if (double !== undefined || single !== undefined) found.push({ kind: 'string', text: double ?? single! })
    else if (name !== undefined) found.push({ kind: 'name', text: name })
    else found.push({ kind: 'sign', text: sign! })
  }
  return found
}
