/**
 * What travellers who agreed to answer said, as tables with how many answered: never one answer beside another of the same person. Small counts are withheld with what would
 * tell them. The rows are personal and stay closed; the house counts them for whoever may see the picture.
 */
import { sql } from 'kysely'
import type { Count } from '../../../engines/count.ts'
import type { FigureToPublish } from '../../../engines/disclosure/index.ts'
import { asTheHouse, type Bilingual, type Db, type House, isRefused, type Refused } from '../../../kernel/index.ts'
import { safeCounts } from '../disclose.ts'

export type InterviewAnswer = { code: string | null; label: Bilingual; n: Count }
export type InterviewTable = { question: string; label: Bilingual; answers: InterviewAnswer[] }
/** `n`: interviews of the period. Fewer than the limit: no tables. */
export type Interviews = { n: Count; tables: InterviewTable[] }

const notSaid: Bilingual = { pt: 'Não disse', en: 'Did not say' }
const yesNo: Record<string, Bilingual> = {
  yes: { pt: 'Sim', en: 'Yes' },
  no: { pt: 'Não', en: 'No' },
  no_answer: { pt: 'Não quis responder', en: 'Would not say' },
}

const questions: { column: string; label: Bilingual; list?: string; answers?: Record<string, Bilingual> }[] = [
  {
    column: 'sex',
    label: { pt: 'Sexo', en: 'Sex' },
    answers: { f: { pt: 'Mulher', en: 'Woman' }, m: { pt: 'Homem', en: 'Man' }, x: { pt: 'Outro', en: 'Other' }, u: notSaid },
  },
  { column: 'age_band', label: { pt: 'Faixa etária', en: 'Age band' }, list: 'ageBand' },
  { column: 'reason', label: { pt: 'Porque viaja', en: 'Why they travel' }, list: 'flowReason' },
  {
    column: 'stay',
    label: { pt: 'Quanto tempo fica', en: 'Length of stay' },
    answers: {
      day: { pt: 'Um dia', en: 'A day' },
      week: { pt: 'Até uma semana', en: 'Up to a week' },
      months: { pt: 'Alguns meses', en: 'Some months' },
      longer: { pt: 'Mais tempo', en: 'Longer' },
      for_good: { pt: 'Para sempre', en: 'For good' },
      unknown: { pt: 'Ainda não sabe', en: 'Does not know yet' },
    },
  },
  { column: 'has_document', label: { pt: 'Tem documento', en: 'Has a document' }, answers: yesNo },
  { column: 'need', label: { pt: 'Maior necessidade no caminho', en: 'Greatest need on the way' }, list: 'need' },
  { column: 'trouble', label: { pt: 'Teve problemas no caminho', en: 'Met trouble on the way' }, answers: yesNo },
]

type Counted = { question: string; code: string | null; n: number }

/** One pass over the interviews of the period, each question counted apart. */
const countedAnswers = (db: Db, from: string, to: string): Promise<Counted[]> =>
  db.rows<Counted>(sql`
    select q.question, q.code, count(*)::int as n
    from displacement.flow_interview i join displacement.observation_session s on s.id = i.session
    cross join lateral (values ${sql.join(questions.map(({ column }) => sql`(${column}, i.${sql.ref(column)}::text)`))}) as q(question, code)
    where s.day between ${from} and ${to} group by 1, 2 order by 3 desc, 2`)

export async function interviewsOf(house: House, db: Db, from: string, to: string): Promise<Interviews | Refused> {
  const minimum = house.pack.thresholds.disclosureMinimum
  const counted = await asTheHouse(db, (within) => countedAnswers(within, from, to))
  const n = counted.filter(({ question }) => question === questions[0]!.column).reduce((sum, each) => sum + each.n, 0)
  if (n === 0) return { n: 0, tables: [] }
  if (n < minimum) return { n: 'withheld', tables: [] }
  const figures: FigureToPublish[] = [
    { key: { area: '*' }, count: n },
    ...counted.map(({ question, code, n: of }) => ({ key: { area: '*', [question]: code ?? '?' }, count: of })),
  ]
  const safe = await safeCounts(figures, { '*': null }, minimum)
  if (isRefused(safe)) return safe
  return {
    n: safe[0]!,
    tables: questions.map(({ column, label, list, answers }) => ({
      question: column,
      label,
      answers: counted.flatMap(({ question, code }, i) => (question === column ? [{ code, label: labelOf(house, code, list, answers), n: safe[i + 1]! }] : [])),
    })),
  }
}

function labelOf(house: House, code: string | null, list?: string, answers?: Record<string, Bilingual>): Bilingual {
  if (code === null) return notSaid
  const known = list ? house.pack.codeLists.get(list)?.codes.find((each) => each.code === code)?.label : answers?.[code]
  return known ?? { pt: code, en: code }
}
