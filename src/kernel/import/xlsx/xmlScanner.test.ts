import { describe, expect, it } from 'vitest'
import { xmlScanner } from './xmlScanner.ts'

/** Everything the scanner says about a document, and the problem it ends in, if any. */
function scan(xml: string, pieceLength = xml.length): { said: string[]; problem: string | null } {
  const said: string[] = []
  let text = ''
  const flush = () => {
    if (text !== '') said.push(`text ${text}`)
    text = ''
  }
  const scanner = xmlScanner(
    {
      open: (name, attributes) => {
        flush()
        said.push(`open ${name} ${JSON.stringify(attributes)}`)
      },
      close: (name) => {
        flush()
        said.push(`close ${name}`)
      },
      text: (piece) => {
        text += piece
      },
    },
    { depth: 8, attributes: 4, pieceLetters: 1000 },
  )
  for (let at = 0; at < xml.length; at += pieceLength) {
    const problem = scanner.push(xml.slice(at, at + pieceLength))
    if (problem) return { said, problem }
  }
  return { said, problem: scanner.end() }
}

const document = `\ufeff<?xml version="1.0"?>
<!-- a > comment --><x:row  r = "1" t='a > b &amp; "c"'><c/><v>1 &lt; 2 &#233;&#xE9;</v><t xml:space="preserve"> a\r\nb </t><![CDATA[<raw> & so]]></x:row >\n`

describe('the scanner of workbook XML', () => {
  it('says elements without prefix, attributes, text and entities', () => {
    expect(scan(document)).toEqual({
      problem: null,
      said: [
        'open row {"r":"1","t":"a > b & \\"c\\""}',
        ...[
          'open c {}',
          'close c',
          'open v {}',
          'text 1 < 2 éé',
          'close v',
          'open t {"xml:space":"preserve"}',
          'text  a\nb ',
          'close t',
          'text <raw> & so',
          'close row',
        ],
      ],
    })
  })

  it('says the same however the document is cut into pieces', () => {
    const whole = scan(document)
    for (let length = 1; length < 40; length++) expect(scan(document, length)).toEqual(whole)
  })

  it.each([
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    ['<a><!ELEMENT b></a>', 'doctype'],
    ['<a>&b;</a>', 'broken'],
    ['<a b="&c;"/>', 'broken'],
    ['<a>&constructor;</a>', 'broken'],
    ['<a>x & y</a>', 'broken'],
    ['<a>&#0;</a>', 'broken'],
    ['<a>&#x110000;</a>', 'broken'],
    ['<a><b></a></b>', 'broken'],
    ['<a>', 'broken'],
    ['<a/><b/>', 'broken'],
    ['<a/>left over', 'broken'],
    ['no markup', 'broken'],
    ['', 'broken'],
    ['<a b=1/>', 'broken'],
    ['< a/>', 'broken'],
    ['<a></a', 'broken'],
    [`<a ${'b="1" '.repeat(5)}/>`, 'broken'],
    ['<a>'.repeat(9) + '</a>'.repeat(9), 'broken'],
    [`<a b="${'x'.repeat(1001)}`, 'broken'],
  ])('refuses %j as %s, whole or in pieces', (xml, problem) => {
    expect(scan(xml).problem).toBe(problem)
    expect(scan(xml, 3).problem).toBe(problem)
  })
})
