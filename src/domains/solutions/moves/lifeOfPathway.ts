/**
 * The way of a household, step by step. Every adult consents before the move and may take it back; information must be fresh; nothing moves under an open complaint about
 * pressure; who left without a word is known as that and never as a solution (specification, 3.3).
 */
import { sql } from 'kysely'
import { date, type House, type Refusal, refuse, type StepContext, workflow } from '../../../kernel/index.ts'
import { officers } from '../office.ts'
import { Pathway, type PathwayRow } from './pathway.ts'

type Given = { adult: string; givenOn: string }

const standing = (db: StepContext['db'], pathway: string): Promise<Given[]> =>
  db.rows<Given>(sql`select adult, given_on from solutions.consent where pathway = ${pathway} and withdrawn_on is null`)

async function consentMissing({ id, adults }: PathwayRow, { db }: StepContext): Promise<Refusal[]> {
  const given = (await standing(db, id)).map(({ adult }) => adult)
  const missing = adults.filter((adult) => !given.includes(adult))
  return missing.length > 0 ? [refuse('consent.missing', { adults: missing })] : []
}

async function consentBackdated({ id }: PathwayRow, { db, input }: StepContext): Promise<Refusal[]> {
  if (typeof input.on !== 'string') return []
  const late = (await standing(db, id)).filter(({ givenOn }) => givenOn > String(input.on)).map(({ adult }) => adult)
  return late.length > 0 ? [refuse('consent.backdated', { adults: late, day: input.on })] : []
}

const underQuestion = async ({ underQuestion: complaint }: PathwayRow): Promise<Refusal[]> =>
  complaint ? [refuse('consent.under-question', { case: complaint })] : []

async function staleInformation({ information }: PathwayRow, { house }: StepContext): Promise<Refusal[]> {
  const days = (house as House).pack.thresholds.staleInformationDays
  const oldest = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  const stale = Object.entries(information).filter(([, day]) => day === null || day < oldest)
  return stale.length > 0 ? [refuse('pathway.stale-information', { about: stale.map(([name]) => name), days })] : []
}

const by = officers
const ready = [consentMissing, underQuestion, staleInformation]
const leave = { label: { pt: 'Saiu sem deixar rasto', en: 'Left, nobody knows where' }, to: 'left_unknown', by } as const
const decline = { label: { pt: 'Não quer', en: 'Declined' }, to: 'declined', by } as const
const step = <const To extends string>(to: To, pt: string, en: string) => ({ label: { pt, en }, to, by })

export const lifeOfPathway = workflow(Pathway, {
  informed: { consider: step('considering', 'Está a pensar', 'Considers it'), decline, leave },
  considering: { consent: { ...step('consented', 'Todos consentem', 'All consent'), unless: ready }, decline, leave },
  consented: { go_and_see: { ...step('go_and_see', 'Visita ao destino', 'Go-and-see visit'), unless: ready }, decline, leave },
  go_and_see: { ready: { ...step('ready', 'Pronto para mudar', 'Ready to move'), unless: ready }, decline, leave },
  ready: {
    move: {
      ...step('moved', 'Mudou-se', 'Moved'),
      asks: { on: date('Dia', 'Day') },
      unless: [...ready, consentBackdated],
      also: async (_: PathwayRow, { input }: StepContext) => ({ movedOn: String(input.on) }),
    },
    decline,
    leave,
  },
  moved: { month_1: step('month_1', 'Visita do mês 1', 'Visit of month 1'), leave },
  month_1: { month_3: step('month_3', 'Visita do mês 3', 'Visit of month 3'), leave },
  month_3: { month_6: step('month_6', 'Visita do mês 6', 'Visit of month 6'), leave },
  month_6: { month_12: step('month_12', 'Visita do mês 12', 'Visit of month 12'), leave },
  month_12: { review: step('reviewed', 'Rever com o agregado', 'Review with the household'), leave },
  reviewed: {},
  declined: { reopen: step('considering', 'Volta a pensar', 'Considers again') },
  left_unknown: {
    // Found again is a beginning; an absence is not a solution.
    found: step('considering', 'Foi encontrado', 'Found again'),
  },
})
