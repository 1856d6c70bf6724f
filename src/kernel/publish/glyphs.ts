/**
 * Letters that the print has no picture of. A local language may need one that the font lacks; printed it would be an empty box, and a PDF/UA file is not made at all.
 * Asked of the printer itself with the font of our templates and without help from fonts that stand on this machine by chance: what passes here prints everywhere.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontOfPapers } from './typst.ts'

let compiler: NodeCompiler | undefined
/** Printed so often that nobody need ask: ASCII, Latin-1 and the letters of Portuguese. */
const everyday = /^[\t\n\r\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201d\u2026]*$/u

function prints(text: string): boolean {
  compiler ??= NodeCompiler.create({ workspace: '/no-files-for-templates' })
  const source = `#set document(title: "a")\n#set text(font: "${fontOfPapers}", fallback: false)\n#sys.inputs.text`
  const { result } = compiler.compile({ mainFileContent: source, inputs: { text } })
  if (!result) return false
  try {
    compiler.pdf(result, { pdfStandard: 'ua-1' })
    return true
  } catch {
    // The one way in which the compiler tells of a letter without a picture.
    return false
  } finally {
    compiler.evictCache(10)
  }
}

/** Each once, in the order of the text, with the marks that stand on them. */
export function missingGlyphs(text: string): string[] {
  const letters = [...new Set([...new Intl.Segmenter('pt', { granularity: 'grapheme' }).segment(text.normalize('NFC'))].map(({ segment }) => segment))]
  const unusual = letters.filter((letter) => !everyday.test(letter))
  return unusual.length === 0 || prints(unusual.join(' ')) ? [] : unusual.filter((letter) => !prints(letter))
}
