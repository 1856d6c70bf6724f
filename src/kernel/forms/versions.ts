/** What a published version is made of: its XForm and what was understood of it, files by content, so that each is read once and can never be another's. */
import { type AskedQuestion, type Reading, readingOf } from '../../engines/instance/index.ts'
import type { House } from '../house.ts'

export type UnderstoodForm = { questions: AskedQuestion[]; findings: unknown[]; itemsets: string | null; reading: Reading }

const kept = 200
const byHash = new Map<string, UnderstoodForm>()

/** The questions of a version; a version without them (an XForm of another tool) is kept whole and typed as nothing. */
export async function understoodOf({ files }: Pick<House, 'files'>, { understood }: { understood: string }): Promise<UnderstoodForm> {
  const known = byHash.get(understood)
  if (known) return known
  const bytes = await files.get(understood)
  const read = bytes ? (JSON.parse(bytes.toString('utf8')) as Partial<UnderstoodForm>) : {}
  const questions = read.questions ?? []
  const made = { questions, findings: read.findings ?? [], itemsets: read.itemsets ?? null, reading: readingOf(questions) }
  // Nothing is remembered of a file that is not there: it may still come, as after a restore in two steps.
  if (bytes) {
    if (byHash.size >= kept) byHash.delete(byHash.keys().next().value!)
    byHash.set(understood, made)
  }
  return made
}

export const xformOf = async ({ files }: Pick<House, 'files'>, { xform }: { xform: string | null }): Promise<Buffer | null> => (xform ? files.get(xform) : null)
