/**
 * The life of a selection. Each step is irreversible: what was read aloud in front of a community is not taken back by a button. The draw of the seed has a request of
 * its own (seed.ts), because it is the one deed that people watch.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, date, type House, now, type Refusal, refuse, type StepContext, workflow } from '../../../kernel/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import { findingsOf, openFor } from './appeals.ts'
import { fairnessReport, unanswered } from './fairnessReport.ts'
import type { SelectionLineRow } from './line.ts'
import { selectionApprovers, selectionRunners } from './office.ts'
import { candidatesOf, handled, hashOfCandidates } from './register.ts'
import { SelectionRun, type SelectionRunRow } from './run.ts'
import { rankAgain, storedOf } from './stored.ts'

type Run = SelectionRunRow
const thresholds = (context: StepContext) => (context.house as House).pack.thresholds

export const linesOf = (db: StepContext['db'], run: string): Promise<SelectionLineRow[]> =>
  db.rows<SelectionLineRow>(sql`select * from relief.selection_line where run = ${run}::uuid order by rank nulls last, household collate "C"`)

/** What is read out: codes and outcome, in the order of the codes, so that the list says nothing of points. */
export const hashOfOutcome = (lines: readonly Pick<SelectionLineRow, 'household' | 'outcome'>[]): string =>
  contentHash(lines.map(({ household, outcome }) => [household, outcome]).toSorted(([a], [b]) => (a! < b! ? -1 : 1)))

async function freeze(run: Run, { db }: StepContext) {
  const candidates = await candidatesOf(db, run.id)
  return { candidatesHash: hashOfCandidates(run, candidates), frozenAt: now(), handledBy: handled(run, db.actor.userId) }
}

async function rank(run: Run, context: StepContext) {
  const { db } = context
  const list = await rankAgain(run, await storedOf(db, run))
  if (!list) return { refused: [refuse('selection.seed-before-freeze')] }
  await asTheHouse(db, async (house) => {
    const lines = list.lines.map(({ household, rank: at, outcome }) => ({ household, rank: at, outcome }))
    await house.rows(sql`
      insert into relief.selection_line (scope, class, run, household, rank, outcome, basis, published)
      select ${run.scope}, 2, ${run.id}::uuid, l.household, l.rank, l.outcome, 'rank', false
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(household text, rank integer, outcome text)`)
    // Nobody is left out because a question was not asked: each such household is an appeal that must be settled.
    const toAsk = list.lines.filter(({ ask }) => ask).map(({ household }) => ({ household, origin: 'unanswered' as const, ground: 'wrong_answer' as const }))
    await openFor(house, run, toAsk, { day: now().slice(0, 10), days: thresholds(context).appealAnswerDays })
  })
  return { rankedHash: list.hash, handledBy: handled(run, db.actor.userId) }
}

const notFrozenAsStored = async (run: Run, { db }: StepContext): Promise<Refusal[]> =>
  hashOfCandidates(run, await candidatesOf(db, run.id)) === run.candidatesHash ? [] : [refuse('selection.candidates-changed')]

const nobodyLooked = async ({ id }: Run, { db }: StepContext): Promise<Refusal[]> =>
  (await findingsOf(db, id)).length === 0 ? [refuse('selection.community-not-asked')] : []

const appealsOpen = async ({ id }: Run, { db }: StepContext): Promise<Refusal[]> => {
  const open = await asTheHouse(db, (house) =>
    house.one<{ n: number }>(sql`select count(*)::int as n from relief.selection_appeal where run = ${id}::uuid and decision is null`),
  )
  return open && open.n > 0 ? [refuse('selection.appeals-open', { n: open.n })] : []
}

const stillTime = async ({ appealsDue }: Run): Promise<Refusal[]> =>
  appealsDue && appealsDue >= now().slice(0, 10) ? [refuse('selection.appeals-not-due', { day: appealsDue })] : []

const ranIt = async ({ runBy, handledBy }: Run, { db }: StepContext): Promise<Refusal[]> =>
  [runBy, ...handledBy].includes(db.actor.userId) ? [refuse('selection.approver-ran-it')] : []

const unfairUnanswered = async (run: Run, context: StepContext): Promise<Refusal[]> => {
  const [candidates, lines] = [await candidatesOf(context.db, run.id), await linesOf(context.db, run.id)]
  return unanswered(fairnessReport({ candidates, lines, answers: run.fairnessAnswers }, thresholds(context)))
}

export const lifeOfRun = workflow(SelectionRun, {
  criteria_agreed: {},
  registered: {
    freeze: { label: { pt: 'Congelar a lista', en: 'Freeze the list' }, to: 'candidates_frozen', by: selectionRunners, also: freeze },
  },
  candidates_frozen: {},
  seed_drawn: {
    rank: { label: { pt: 'Ordenar', en: 'Rank' }, to: 'ranked', by: selectionRunners, unless: [notFrozenAsStored], also: rank },
  },
  ranked: {
    ask_community: { label: { pt: 'Abrir a verificação comunitária', en: 'Open the community check' }, to: 'community_check', by: selectionRunners },
  },
  community_check: {
    open_appeals: {
      label: { pt: 'Abrir o prazo de reclamações', en: 'Open the time for appeals' },
      to: 'appeals_open',
      by: selectionRunners,
      unless: [nobodyLooked],
      asks: { appealsDue: date('Último dia para reclamar', 'Last day to appeal') },
      also: async (_: Run, { input }: StepContext) => ({ appealsDue: String(input.appealsDue) }),
    },
  },
  appeals_open: {
    close_appeals: {
      label: { pt: 'Encerrar as reclamações', en: 'Close the appeals' },
      to: 'appeals_closed',
      by: selectionRunners,
      unless: [stillTime, appealsOpen],
    },
  },
  appeals_closed: {
    approve: {
      label: { pt: 'Aprovar', en: 'Approve' },
      to: 'approved',
      by: selectionApprovers,
      unless: [ranIt, unfairUnanswered],
      also: async (_: Run, { db }: StepContext) => ({ approvedBy: db.actor.userId, approvedAt: now() }),
    },
  },
  approved: {
    publish: {
      label: { pt: 'Publicar a lista', en: 'Publish the list' },
      to: 'published',
      by: [...selectionRunners, 'chief'],
      also: async ({ id }: Run, { db }: StepContext) => {
        const lines = await linesOf(db, id)
        await asTheHouse(db, (house) => house.rows(sql`update relief.selection_line set published = true, version = version + 1 where run = ${id}::uuid`))
        await audit(db, 'selection.publish', SelectionRun.name, id, { lines: lines.length })
        return { outcomeHash: hashOfOutcome(lines), publishedAt: now() }
      },
    },
  },
  published: {},
})
