/** The goldens of the receipt and of the typed answers, and every document that a hostile or broken hand might send. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  answersOf,
  canonicalForm,
  changesBetween,
  filesLines,
  letsGo,
  metaOf,
  parseInstance,
  parseReceipt,
  readingOf,
  receiptHolds,
  receiptText,
} from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const rootOf = (xml: string) => {
  const parsed = parseInstance(xml)
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem))
  return parsed.root
}
const hashOf = (xml: string) => sha256(canonicalForm(rootOf(xml)))
const problemOf = (xml: string) => {
  const parsed = parseInstance(xml)
  return 'problem' in parsed ? parsed.problem.code : null
}

const instanceId = 'uuid:6f0a7a0e-3a55-4d0b-9a0c-3f6c1c1b2a01'
const visit = (people: number) =>
  `<data id="visit" version="3" xmlns:orx="http://openrosa.org/xforms"><place>MZ010902</place><people>${people}</people><orx:meta><orx:instanceID>${instanceId}</orx:instanceID></orx:meta></data>`
const visitHash = 'f90e73ac4d5896771343d2a0a013055b005f6712d9fbf189760a26dbdc54058f'

describe('the canonical form', () => {
  it('is the published one, with its published hashes', () => {
    expect(canonicalForm(rootOf(visit(7)))).toBe(
      `["{}data",[["{}id","visit"],["{}version","3"]],[["{}place",[],["MZ010902"]],["{}people",[],["7"]],["{http://openrosa.org/xforms}meta",[],[["{http://openrosa.org/xforms}instanceID",[],["${instanceId}"]]]]]]`,
    )
    expect(hashOf(visit(7))).toBe(visitHash)
    expect(hashOf(visit(8))).toBe('17363c66df8164cc8af197e6f82a62ed6c1e0223786074abe39ec2d3c87440c4')
  })

  it('does not count prefixes, order of attributes, indentation, comments and instructions', () => {
    const other = `\ufeff<?xml version="1.0"?>\r\n<!-- sent again --><data version='3' id='visit'>
      <place>MZ01<!-- inside -->09<![CDATA[02]]></place>
      <people>&#55;</people><?note x?>
      <meta xmlns="http://openrosa.org/xforms"><instanceID>${instanceId}</instanceID></meta>
    </data>\n`
    expect(hashOf(other)).toBe(visitHash)
  })

  it('counts every letter of an answer, blanks included', () => {
    const hashes = ['<a><b>x</b></a>', '<a><b>x </b></a>', '<a><b> </b></a>', '<a><b/></a>', '<a><b>X</b></a>', '<a><b/><b/></a>', '<a c=""><b/></a>'].map(
      hashOf,
    )
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashOf('<a><b></b></a>')).toBe(hashOf('<a><b/></a>'))
  })
})

describe('a document', () => {
  it('with a DOCTYPE, however small, is refused', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    const outside = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    for (const xml of [bomb, outside, '<!doctype a><a/>']) expect(problemOf(xml), xml).toBe('forms.xml-doctype')
  })

  it('beyond the limits is refused before it costs anything', () => {
    const deep = '<a>'.repeat(200_000)
    const wide = `<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(' ')}/>`
    expect(problemOf(deep)).toBe('forms.xml-too-deep')
    expect(problemOf(wide)).toBe('forms.xml-too-many-attributes')
    expect(problemOf(`<a>${'x'.repeat(10_000_001)}</a>`)).toBe('forms.xml-too-large')
    expect(problemOf('<a>'.repeat(64) + '</a>'.repeat(64))).toBe(null)
    expect(problemOf('<a>'.repeat(65) + '</a>'.repeat(65))).toBe('forms.xml-too-deep')
  })

  it('that is no XML is refused with the line and column', () => {
    const bad = [
      '',
      'x',
      '<a',
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a/>x',
      '<a>&nbsp;</a>',
      '<a>&</a>',
      '<a b/>',
      '<a b=c/>',
      '<a b="<"/>',
      '<a b="1" b="2"/>',
      '<a>\0</a>',
      '<a>&#0;</a>',
      '<p:a/>',
      '<a>]]></a>',
      '<1/>',
      '<a><!-- </a>',
      '</a>',
      '<a b="1"c="2"/>',
      '<a>&#xD800;</a>',
    ]
    for (const xml of bad) expect(problemOf(xml), JSON.stringify(xml)).toBe('forms.xml-broken')
    expect(parseInstance('<a>\n  <b></c>\n</a>')).toMatchObject({ problem: { facts: { line: 2, column: 6 } } })
  })

  it('keeps names and letters of every script', () => {
    const root = rootOf('<dados id="x"><distrito_é>Ilhé 🌊 \u202Eمرحبا a\u0301 O\'Neil =HYPERLINK( null</distrito_é></dados>')
    expect(canonicalForm(root)).toContain("Ilhé 🌊 \u202Eمرحبا a\u0301 O'Neil =HYPERLINK( null")
  })
})

describe('a receipt', () => {
  const facts = {
    form: 'dtm_site',
    instanceId,
    outcome: 'complete' as const,
    payloadHash: visitHash,
    filesHash: '-',
    receivedAt: '2023-03-01T08:00:00.000Z',
    serverSeq: 184_213,
    epoch: '0b54c1de',
  }
  // The public sample pair of RFC 6979 A.2.5.
  const key = { kty: 'EC' as const, crv: 'P-256' as const, x: 'YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y', y: 'eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk' }
  const signature = 'oquAd-cCNS67xjRFbJ-giALsciktzNNgBln-5v8gTPtKj8hzmRNpYTU4fcA6NMZ_z06woXu-KOPYhqYp65lfGg'

  it('has the published text, hash and signature', async () => {
    expect(sha256(receiptText(facts))).toBe('6ef2e832d88629c424c12b3f19ed1e2e95ebd5062baf4e1884470cd861e6d474')
    expect(await receiptHolds({ text: receiptText(facts), signature }, key)).toBe(true)
    expect(parseReceipt(receiptText(facts))).toEqual(facts)
  })

  it('does not hold with any byte changed', async () => {
    const text = receiptText(facts)
    for (let at = 0; at < text.length; at += 7) {
      const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
      expect(await receiptHolds({ text: changed, signature }, key), `${at}`).toBe(false)
    }
    expect(await receiptHolds({ text, signature: `A${signature.slice(1)}` }, key)).toBe(false)
    for (const odd of ['', '!!', 'AAAA', signature.slice(1)]) expect(await receiptHolds({ text, signature: odd }, key), odd).toBe(false)
  })

  it('signed by the server verifies in a browser', async () => {
    const made = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const text = receiptText(facts)
    const ours = sign('sha256', Buffer.from(text), { key: made.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
    const jwk = createPublicKey(createPrivateKey(made.privateKey.export({ type: 'pkcs8', format: 'pem' }))).export({ format: 'jwk' }) as typeof key
    expect(await receiptHolds({ text, signature: ours }, jwk)).toBe(true)
  })

  it('lets the phone go only when everything has come', () => {
    expect(letsGo(facts, [])).toBe(true)
    expect(letsGo({ ...facts, outcome: 'stored' }, [])).toBe(false)
    expect(letsGo({ ...facts, outcome: 'quarantined' }, ['a.jpg'])).toBe(false)
    expect(letsGo({ ...facts, outcome: 'quarantined' }, [])).toBe(true)
    for (const text of ['', 'x', receiptText(facts).replace('184213', '1e9'), `${receiptText(facts)}\nmore`]) expect(parseReceipt(text)).toBe(null)
  })

  it('stands for its files by name and content, in whatever order they came', () => {
    const [a, b] = [
      { name: 'a.jpg', sha256: '1' },
      { name: 'b.jpg', sha256: '0' },
    ]
    expect(filesLines([b!, a!])).toBe('a.jpg 1\nb.jpg 0')
    expect(filesLines([])).toBe(null)
  })
})

describe('typed answers', () => {
  it('are a row for the top and one for each turn', () => {
    const reading = readingOf([
      { path: '/data/af', kind: 'repeat', type: 'repeat', answer: '', repeat: null },
      { path: '/data/af/n', type: 'integer', answer: 'int', repeat: '/data/af' },
      { path: '/data/total', type: 'calculate', answer: 'int', repeat: null },
    ])
    const { rows } = answersOf(rootOf('<data><af><n>4</n></af><af><n>3</n></af><total>7</total></data>'), reading)
    expect(rows).toEqual([
      { repeat: '', turn: 0, parentTurn: 0, answers: { total: 7 } },
      { repeat: '/data/af', turn: 1, parentTurn: 0, answers: { n: 4 } },
      { repeat: '/data/af', turn: 2, parentTurn: 0, answers: { n: 3 } },
    ])
  })

  it('count turns of an inner repeat through the whole document and know the outer one', () => {
    const reading = readingOf([
      { path: '/data/g/h/m/age', type: 'integer', answer: 'int', repeat: '/data/g/h/m' },
      { path: '/data/g/h/head', type: 'text', answer: 'string', repeat: '/data/g/h' },
    ])
    const { rows } = answersOf(
      rootOf('<data><g><h><head>A</head><m><age>1</age></m><m><age>2</age></m></h><h><head>B</head><m><age/></m></h></g></data>'),
      reading,
    )
    expect(rows.filter(({ repeat }) => repeat === '/data/g/h/m').map(({ turn, parentTurn, answers }) => [turn, parentTurn, answers.age])).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 2, null],
    ])
  })

  it('have the type of their question, and stay as sent where they do not fit it', () => {
    const asked = (name: string, answer: string, type = answer, choices?: { name: string }[]) => ({ path: `/d/${name}`, type, answer, repeat: null, choices })
    const reading = readingOf([
      asked('i', 'int'),
      asked('bad', 'int'),
      asked('dec', 'decimal'),
      asked('day', 'date'),
      asked('at', 'dateTime'),
      asked('many', 'string', 'select_multiple', [{ name: 'a' }, { name: 'b' }, { name: 'c' }]),
      asked('rank', 'odk:rank', 'rank'),
      asked('point', 'geopoint'),
      asked('trace', 'geotrace'),
      asked('area', 'geoshape'),
      asked('yes', 'boolean'),
      asked('photo', 'binary', 'image'),
      asked('left', 'string', 'text'),
      asked('unknown', 'int'),
      asked('text', 'string', 'text'),
    ])
    const { rows, files } = answersOf(
      rootOf(
        '<d><i>12</i><bad>12.5</bad><dec>10.10</dec><day>2026-03-01</day><at>2026-03-01T08:00:00.000+02:00</at><many>c a x</many><rank>b a</rank><point>-12.97 40.51 3 4.5</point><trace>-12 40 0 0; -13 41 0 0</trace><area>-12 40 0 0;-13 41 0 0;-12 41 0 0</area><yes>false</yes><photo>1.jpg</photo><left/><unknown>-99</unknown><text> a </text><stray>x</stray></d>',
      ),
      reading,
    )
    expect(files).toEqual(['1.jpg'])
    expect(rows[0]!.answers).toEqual({
      i: 12,
      bad: '12.5',
      dec: '10.10',
      day: '2026-03-01',
      at: '2026-03-01T08:00:00.000+02:00',
      many: ['a', 'c', 'x'],
      rank: ['b', 'a'],
      point: { lat: -12.97, lon: 40.51, alt: 3, accuracy: 4.5 },
      trace: {
        type: 'LineString',
        coordinates: [
          [40, -12, 0],
          [41, -13, 0],
        ],
      },
      area: {
        type: 'Polygon',
        coordinates: [
          [
            [40, -12, 0],
            [41, -13, 0],
            [41, -12, 0],
            [40, -12, 0],
          ],
        ],
      },
      yes: false,
      photo: '1.jpg',
      left: null,
      unknown: -99,
      text: ' a ',
    })
  })
})

describe('what a form says about itself', () => {
  it('is found whatever the namespace of its meta', () => {
    expect(metaOf(rootOf(visit(1)))).toMatchObject({ form: 'visit', version: '3', instanceId, replaces: null, encrypted: false })
    expect(
      metaOf(rootOf('<d id="f"><meta><instanceID>uuid:2</instanceID><deprecatedID>uuid:1</deprecatedID><instanceName>Visita</instanceName></meta></d>')),
    ).toMatchObject({ version: null, instanceId: 'uuid:2', replaces: 'uuid:1', instanceName: 'Visita' })
    const sealed =
      '<data id="f" encrypted="yes" xmlns="http://opendatakit.org/submissions"><base64EncryptedKey>k</base64EncryptedKey><media><file>1.jpg.enc</file></media><encryptedXmlFile>submission.xml.enc</encryptedXmlFile></data>'
    expect(metaOf(rootOf(sealed))).toMatchObject({ encrypted: true, encryptedFiles: ['1.jpg.enc', 'submission.xml.enc'] })
  })

  it('differs from the instance before it answer by answer', () => {
    const before = rootOf('<d><af><n>4</n></af><af><n>3</n></af><name>A</name><meta><instanceID>1</instanceID></meta></d>')
    const after = rootOf('<d><af><n>4</n></af><af><n>5</n></af><note>new</note><meta><instanceID>2</instanceID><deprecatedID>1</deprecatedID></meta></d>')
    expect(changesBetween(before, after)).toEqual([
      { path: '/d/af[2]/n', before: '3', after: '5' },
      { path: '/d/name', before: 'A', after: null },
      { path: '/d/note', before: null, after: 'new' },
    ])
  })
})
