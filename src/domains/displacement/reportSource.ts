/**
 * What displacement tracking brings to the month's report and the migration profile: the newest published round of each operation, the movement alerts and the flow
 * bulletins of those days. Only what is public already, and nothing of a demonstration.
 */
import { type Count, isKnown } from '../../engines/count.ts'
import type { BroughtFigure, House, ReportSource } from '../../kernel/index.ts'
import { contentOf, searchProducts } from '../../kernel/publishing.ts'
import { alertKind } from './events/lifeOfAlert.ts'
import type { PublicFlows } from './flows/publicFlows.ts'
import { flowKind } from './flows/publishBulletin.ts'
import { currentRounds, type PublishedRound } from './publishedRounds.ts'

type Period = { from: string; to: string }

const people = { one: { pt: 'pessoa', en: 'person' }, many: { pt: 'pessoas', en: 'people' } }
const households = { one: { pt: 'agregado familiar', en: 'household' }, many: { pt: 'agregados familiares', en: 'households' } }
const alerts = { one: { pt: 'alerta', en: 'alert' }, many: { pt: 'alertas', en: 'alerts' } }
const passages = { one: { pt: 'passagem', en: 'passage' }, many: { pt: 'passagens', en: 'passages' } }
const known = (count: Count | undefined): number | null => (count !== undefined && isKnown(count) ? count : null)

function ofRound({ round: { operation, round, totals } }: PublishedRound, before: PublishedRound | undefined, at: number): BroughtFigure[] {
  const days = { from: round.collectedFrom, to: round.reportingDate }
  const source = { pt: `ronda ${round.number} publicada`, en: `published round ${round.number}` }
  const earlier = before?.round.totals
  return [
    {
      ...{ code: `D${at}.people`, name: { pt: `Pessoas deslocadas, ${operation.name}`, en: `Displaced people, ${operation.name}` }, unit: people },
      ...{ value: known(totals.individuals), before: known(earlier?.individuals), ...days, source },
    },
    {
      ...{
        code: `D${at}.households`,
        name: { pt: `Agregados deslocados, ${operation.name}`, en: `Displaced households, ${operation.name}` },
        unit: households,
      },
      ...{ value: known(totals.households), before: known(earlier?.households), ...days, source },
    },
  ]
}

async function roundFigures(house: House, { to }: Period): Promise<BroughtFigure[]> {
  const rounds = (await currentRounds(house)).filter(({ product, round }) => !product.demonstration && round.round.reportingDate <= to)
  const operations = [...new Set(rounds.map(({ round }) => round.operation.name))].sort()
  return operations.flatMap((name, at) => {
    const [newest, before] = rounds.filter(({ round }) => round.operation.name === name)
    return ofRound(newest!, before, at + 1)
  })
}

const inPeriod = async (house: House, kind: string, { from, to }: Period) =>
  (await searchProducts(house.doors, { kind, from, to, limit: 1000, offset: 0 })).products.filter(({ demonstration }) => !demonstration)

async function alertFigures(house: House, period: Period): Promise<BroughtFigure[]> {
  const found = await inPeriod(house, alertKind, period)
  if (found.length === 0) return []
  const figure = { code: 'D.alerts', name: { pt: 'Alertas de movimento publicados', en: 'Movement alerts published' }, unit: alerts, value: found.length }
  return [{ ...figure, before: null, ...period, source: { pt: 'alertas publicados', en: 'published alerts' } }]
}

/** Passages seen are never added over bulletins: a week lies inside its month. */
async function flowFigures(house: House, period: Period): Promise<BroughtFigure[]> {
  const [newest] = await inPeriod(house, flowKind, period)
  const flows = newest && (await contentOf<PublicFlows>(house.files, newest))
  if (!flows) return []
  const figure = { code: 'D.flows', name: { pt: 'Passagens vistas nos pontos de fluxo', en: 'Passages seen at flow points' }, unit: passages }
  const source = { pt: 'boletim de fluxos publicado', en: 'published flow bulletin' }
  return [{ ...figure, value: known(flows.people), before: null, from: flows.from, to: flows.to, source }]
}

export const displacementInReports: ReportSource = {
  section: 'internal',
  read: async (house, period) => [...(await roundFigures(house, period)), ...(await alertFigures(house, period)), ...(await flowFigures(house, period))],
}
