/**
 * Every sheet of paper comes from here: a Typst template and its data become a tagged PDF (PDF/UA-1, so that a screen reader can walk it).
 * Nothing but the template, the data and the pictures is read, so the same three give the same bytes. Drawings travel inside the data as SVG text, photographs beside it.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type PdfSource = {
  /** Typst source. It reads its data with `json(bytes(sys.inputs.data))` and sets language, title and date itself. */
  template: string
  data: unknown
  /** JPEG or PNG by the name under which the template asks for them; the compiler turns them upright. */
  pictures?: Readonly<Record<string, Uint8Array>>
}

/** The font of every template; it travels inside the compiler. */
export const fontOfPapers = 'Libertinus Serif'

/** Templates may not read files: the folder does not exist on purpose. */
const nowhere = '/no-files-for-templates'
let compiler: NodeCompiler | undefined

/**
 * Compiles to PDF/UA-1. A template that does not compile without a warning (an unknown font, a layout that never settles) or
 * that breaks the accessibility standard is a bug: it throws with the compiler's words.
 */
export function compilePdf({ template, data, pictures = {} }: PdfSource): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: nowhere })
  for (const [name, bytes] of Object.entries(pictures)) compiler.mapShadow(`${nowhere}/${name}`, Buffer.from(bytes))
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  for (const name of Object.keys(pictures)) compiler.unmapShadow(`${nowhere}/${name}`)
  const complaints = [...explain(compiler, compiled.takeDiagnostics()), ...explain(compiler, compiled.takeWarnings())]
  if (!compiled.result || complaints.length > 0) throw new Error(`the template does not compile cleanly: ${complaints.join('; ')}`)
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
  // A long-running server would otherwise keep every report that it ever laid out.
  compiler.evictCache(10)
  return new Uint8Array(pdf)
}

/** Whether a photograph can be drawn: one may look whole and still hold no picture. */
export function canPrint(name: string, bytes: Uint8Array): boolean {
  compiler ??= NodeCompiler.create({ workspace: nowhere })
  compiler.mapShadow(`${nowhere}/${name}`, Buffer.from(bytes))
  const { result } = compiler.compile({ mainFileContent: `#image("/${name}")` })
  compiler.unmapShadow(`${nowhere}/${name}`)
  return result !== null && result !== undefined
}

const explain = (by: NodeCompiler, error: ReturnType<ReturnType<NodeCompiler['compile']>['takeWarnings']>): string[] =>
  error ? by.fetchDiagnostics(error).map((one: { message: string; range: unknown }) => `${one.message} ${JSON.stringify(one.range)}`) : []
