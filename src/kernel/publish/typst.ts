/**
 * Every sheet of paper comes from here: a Typst template and its data become a tagged PDF (PDF/UA-1, so that a screen reader can walk it).
 * Nothing but the template and the data is read, so the same two give the same bytes. Pictures travel inside the data as SVG text.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type PdfSource = {
  /** Typst source. It reads its data with `json(bytes(sys.inputs.data))` and sets language, title and date itself. */
  template: string
  data: unknown
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
export function compilePdf({ template, data }: PdfSource): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: nowhere })
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
  const complaints = [...explain(compiler, compiled.takeDiagnostics()), ...explain(compiler, compiled.takeWarnings())]
  if (!compiled.result || complaints.length > 0) throw new Error(`the template does not compile cleanly: ${complaints.join('; ')}`)
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
  // A long-running server would otherwise keep every report that it ever laid out.
  compiler.evictCache(10)
  return new Uint8Array(pdf)
}

const explain = (by: NodeCompiler, error: ReturnType<ReturnType<NodeCompiler['compile']>['takeWarnings']>): string[] =>
  error ? by.fetchDiagnostics(error).map((one: { message: string; range: unknown }) => `${one.message} ${JSON.stringify(one.range)}`) : []
