/** A day on paper, typed in afterwards: what the signed list says is a fact like any other, marked as paper, with the number of its line on the list as its sequence. */
import { aboveEntitlement, custodyLeft, type FieldFact, takeLots } from '../../../engines/handover/index.ts'
import { type Actor, act, type Db, type House, type Refusal, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { factsOf } from './day.ts'
import { verifiedList } from './householdList.ts'
import { moneyIn } from './money.ts'
import { oneDistribution } from './planDistribution.ts'
import type { SentFact } from './readFacts.ts'
import { issuedTo, paperDesk, tabletOf } from './tablets.ts'
import { type FactAnswer, takeIn } from './takeFacts.ts'

export type PaperLine = Pick<FieldFact, 'household' | 'line' | 'quantity' | 'receivedBy' | 'acknowledgement' | 'at'> & {
  /** Of the sheet: typed twice it is one fact. */
  sheetLine: number
  /** The paper says that more was given than the list allows: it happened, and the leader will be told. */
  asWritten?: boolean | undefined
}

async function factsOfPaper(db: Db, id: string, lines: readonly PaperLine[]): Promise<SentFact[] | Refused> {
  const distribution = await oneDistribution(db, id)
  const tablet = distribution && (await tabletOf(db, id, paperDesk))
  if (!distribution || !tablet) return refused(refuse('relief.not-this-tablet'))
  const list = new Map((await verifiedList(db, id)).map((entitled) => [entitled.household, entitled]))
  const facts = await factsOf(db, distribution)
  const issued = await issuedTo(db, tablet.custody)
  const money = await moneyIn(db, distribution)
  const [made, wrong]: [SentFact[], Refusal[]] = [[], []]
  for (const { sheetLine, asWritten, ...line } of lines) {
    if (facts.some(({ device, sequence }) => device === paperDesk && sequence === sheetLine)) continue
    const entitled = list.get(line.household)
    const item = entitled?.lines.find((each) => each.line === line.line)?.item
    if (!entitled || !item) {
      wrong.push(refuse('relief.not-on-list', { household: line.household }))
      continue
    }
    const above = asWritten ? null : aboveEntitlement(entitled, facts, line)
    if (above) wrong.push(refuse('relief.above-entitlement', above))
    const own = facts.filter(({ device }) => device === paperDesk)
    const lots = money.has(item) ? [] : takeLots(custodyLeft(issued, own), item, line.quantity).lots
    const of = {
      kind: 'handed',
      distribution: distribution.code,
      device: paperDesk,
      sequence: sheetLine,
      item,
      lots,
      reverses: null,
      collector: null,
      reason: null,
    } as const
    const fact: FieldFact = { ...line, ...of }
    facts.push(fact)
    made.push({ fact, slip: null })
  }
  return wrong.length > 0 ? { refused: wrong } : made
}

export const typeInPaper = (house: House, actor: Actor, distribution: string, lines: readonly PaperLine[]): Promise<{ answers: FactAnswer[] } | Refused> =>
  act(house.doors, actor, async (db) => {
    const facts = await factsOfPaper(db, distribution, lines)
    return 'refused' in facts ? facts : takeIn(house, db, { distribution, device: paperDesk, publicKey: null, facts })
  })
