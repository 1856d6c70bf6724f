import { describe, expect, it } from 'vitest'
import { missingGlyphs } from './glyphs.ts'
import { compilePdf } from './typst.ts'

const page = (body: string) => `#let d = json(bytes(sys.inputs.data))
#set document(title: "Prova", date: datetime(year: 2021, month: 9, day: 23))
#set text(font: "Libertinus Serif", lang: "pt", region: "MZ", fallback: false)
${body}`

const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

describe('printing with Typst', () => {
  it('makes a tagged PDF/UA-1 with its language and the date it was given', () => {
    const pdf = text(compilePdf({ template: page('= Título\n#d.words'), data: { words: 'olá' } }))
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('/Marked true')
    expect(pdf).toMatch(/\/Lang\s*\(pt-MZ\)/)
    expect(pdf).toContain('2021-09-23T00:00:00')
  })

  it('gives the same bytes for the same template and data', () => {
    const source = { template: page('= Título\n#d.words'), data: { words: 'Mocímboa da Praia' } }
    expect(compilePdf(source)).toEqual(compilePdf(source))
  })

  it('sets data as text, so that a name can never act as markup', () => {
    expect(() => compilePdf({ template: page('= T\n#d.words'), data: { words: '#panic("x") $ * _ <a> @b' } })).not.toThrow()
  })

  it('reads no file of the machine', () => {
    expect(() => compilePdf({ template: page('#read("/etc/hostname")'), data: {} })).toThrow(/does not compile/)
  })

  it('refuses a picture without an alternative text', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    const figure = (alternative: string) => page(`= T\n#figure(image(bytes(d.svg), format: "svg"${alternative})${alternative})`)
    expect(() => compilePdf({ template: figure(''), data: { svg } })).toThrow()
    expect(() => compilePdf({ template: figure(', alt: "um quadrado"'), data: { svg } })).not.toThrow()
  })

  it('holds every letter of Portuguese and of the national languages, without falling back to another font', () => {
    const letters = 'ÁÂÃÀÇÉÊÍÓÔÕÚÜ áâãàçéêíóôõúü ŋ Ŋ ɗ Ɗ ɓ Ɓ ṅ ḽ ṱ ḓ ș ẅ ŵ n̂ m̀ “ ” « » – − ≥ ≤ ·'
    expect(() => compilePdf({ template: page('= T\n#d.letters'), data: { letters } })).not.toThrow()
    expect(() => compilePdf({ template: page('= T\n#d.letters'), data: { letters: '漢字' } })).toThrow()
  })

  it('names each letter that the font has no picture of, and only these', () => {
    // What orthographies of the region use beyond Portuguese, with tones: all of it is there.
    expect(missingGlyphs('Maji ɛŋɗɓƴƙ Ŋ ŵ n̂ g̃ ś ṽ ʼ «ehime» – “água”')).toEqual([])
    // Adlam, which the font lacks; a Chinese sign; a letter with a mark of its own is one letter.
    expect(missingGlyphs('água \u{1E900} e 水, 水 e ɛ')).toEqual(['\u{1E900}', '水'])
  })
})
