/**
 * The life of a distribution, from the plan to the visits afterwards. It opens only when everything that keeps people safe was seen, and ends only when every bale is
 * accounted for. Relief specification, 3.4.
 */
import { sql } from 'kysely'
import { type Refusal, type Role, refuse, type Step, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { distributionLeaders } from '../office.ts'
import { notForEverybody } from './blanket.ts'
import { Distribution, safetyPoints } from './distribution.ts'
import { freezeList } from './householdList.ts'
import type { DistributionRow } from './planDistribution.ts'
import { unexplained } from './reconcile.ts'

const nobodyHeard = async ({ consultation, code }: DistributionRow): Promise<Refusal[]> =>
  consultation && consultation.women + consultation.men + consultation.girls + consultation.boys > 0 ? [] : [refuse('relief.consultation-missing', { code })]

async function noList({ id }: DistributionRow, { db }: StepContext): Promise<Refusal[]> {
  return (await db.one(sql`select 1 from relief.entitlement where distribution = ${id} limit 1`)) ? [] : [refuse('relief.list-empty')]
}

async function nobodyVerified({ id }: DistributionRow, { db }: StepContext): Promise<Refusal[]> {
  return (await db.one(sql`select 1 from relief.entitlement where distribution = ${id} and verified limit 1`)) ? [] : [refuse('relief.nobody-verified')]
}

const unsafe = async ({ safety }: DistributionRow): Promise<Refusal[]> => {
  const missing = safetyPoints.filter((point) => !safety.includes(point))
  return missing.length > 0
    ? [refuse('relief.safety-check', { missing: missing.map((point) => safetyWords[point].en), missingPt: missing.map((point) => safetyWords[point].pt) })]
    : []
}

const safetyWords = {
  water: { pt: 'água', en: 'water' },
  shade: { pt: 'sombra', en: 'shade' },
  separateQueue: { pt: 'fila separada', en: 'separate queue' },
  complaintDesk: { pt: 'mesa de queixas', en: 'complaint desk' },
  exits: { pt: 'saídas', en: 'exits' },
  noPhotographs: { pt: 'sinal de sem fotografias', en: 'no-photograph sign' },
  pseaNotice: { pt: 'aviso contra exploração e abuso', en: 'notice against exploitation and abuse' },
} as const

async function nothingInCustody({ id, modality }: DistributionRow, { db }: StepContext): Promise<Refusal[]> {
  if (modality !== 'in_kind') return []
  return (await db.one(sql`select 1 from relief.distribution_tablet where distribution = ${id} limit 1`)) ? [] : [refuse('relief.no-custody')]
}

async function exceptionsOpen({ id }: DistributionRow, { db }: StepContext): Promise<Refusal[]> {
  const open = await db.one<{ n: number }>(sql`select count(*)::int as n from relief.distribution_exception where distribution = ${id} and state = 'waiting'`)
  return open!.n > 0 ? [refuse('relief.exceptions-open', { n: open!.n })] : []
}

const by: readonly Role[] = distributionLeaders
const cancel: Step<typeof Distribution> = {
  label: { pt: 'Cancelar', en: 'Cancel' },
  to: 'cancelled',
  by,
  asks: { reason: text('Porquê', 'Why', { letters: 500 }) },
  also: async (_, { input }) => ({ cancelReason: String(input.reason) }),
}

export const lifeOfDistribution = workflow(Distribution, {
  planned: {
    inform: { label: { pt: 'Comunidade informada', en: 'Community informed' }, to: 'community_informed', by, unless: [nobodyHeard] },
    cancel,
  },
  community_informed: { list: { label: { pt: 'Lista feita', en: 'List made' }, to: 'listed', by, unless: [noList, notForEverybody] }, cancel },
  listed: { verify: { label: { pt: 'Lista confirmada', en: 'List verified' }, to: 'verified', by, unless: [nobodyVerified] }, cancel },
  verified: {
    freeze: { label: { pt: 'Congelar a lista', en: 'Freeze the list' }, to: 'list_frozen', by, also: (row, { db }) => freezeList(db, row) },
    cancel,
  },
  list_frozen: { open: { label: { pt: 'Abrir a distribuição', en: 'Open the distribution' }, to: 'open', by, unless: [unsafe, nothingInCustody] }, cancel },
  open: {
    close: {
      label: { pt: 'Fechar a distribuição', en: 'Close the distribution' },
      to: 'closed',
      by,
      also: async () => ({ closedAt: new Date().toISOString() }),
    },
  },
  closed: {
    reconcile: {
      label: { pt: 'Reconciliar', en: 'Reconcile' },
      to: 'reconciled',
      by,
      unless: [({ id }, { db }) => unexplained(db, id), exceptionsOpen],
    },
  },
  reconciled: { report: { label: { pt: 'Relatório feito', en: 'Reported' }, to: 'reported', by } },
  reported: { await: { label: { pt: 'Esperar as visitas', en: 'Await the visits' }, to: 'pdm_due', by } },
  pdm_due: { visited: { label: { pt: 'Visitas feitas', en: 'Visits done' }, to: 'pdm_done', by } },
  pdm_done: {},
  cancelled: {},
})
