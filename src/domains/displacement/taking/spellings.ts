/** Spellings of displacement's code lists: those settled for a source are decisions made beforehand; those a file brings are handed to the kernel. */
import { fold } from '../../../engines/places/spelling.ts'
import { type BroughtSpelling, type Db, settledSpellings } from '../../../kernel/index.ts'
import { groupBy } from '../import/grouping.ts'
import { type List, sayingOf } from '../import/listedWords.ts'
import type { Decision, ImportContext, Proposal } from '../import/proposal.ts'

const questionOf: Record<string, string> = { ...sayingOf, siteType: 'import.site-type', siteClassification: 'import.site-classification' }
const listOf = new Map(Object.entries(questionOf).map(([list, code]) => [code, list]))

export async function settledDecisions(db: Db, source: string): Promise<Decision[]> {
  const settled = await settledSpellings(db, source)
  return settled.flatMap(({ list, folded, code }) => (questionOf[list] ? [{ code: questionOf[list], item: folded, answer: 'as', value: code }] : []))
}

/** Unsettled words for any list, site types and classifications of the file, and those that a person answered in its preview. */
export function broughtSpellings({ findings, questions }: Proposal, { savedDecisions }: ImportContext): BroughtSpelling[] {
  const unsettled = (Object.keys(sayingOf) as List[]).flatMap((list) => {
    const words = findings.flatMap(({ code, facts }) => (code === sayingOf[list] ? [String(facts.written)] : []))
    return [...groupBy(words, fold).values()].map((some) => ({ list, written: some[0]!, times: some.length, code: null }))
  })
  const asked = questions.flatMap(({ code, items }) => {
    const list = listOf.get(code)
    return list ? items.filter(({ proposed }) => proposed === null).map(({ id, lines }) => ({ list, written: id, times: lines.length, code: null })) : []
  })
  const answered = savedDecisions.flatMap(({ code, item, answer, value }) => {
    const list = listOf.get(code)
    return list && answer === 'as' && value && item !== '*' ? [{ list, written: item, times: 1, code: value }] : []
  })
  return [...unsettled, ...asked, ...answered]
}
