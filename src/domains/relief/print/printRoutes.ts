/** The requests of the papers, A4, in either language. */
import { z } from 'zod'
import {
  type AnyRoute,
  byId,
  type Db,
  getRow,
  type House,
  isRefused,
  line,
  now,
  type Policy,
  type Refused,
  read,
  refuse,
  refused,
  route,
} from '../../../kernel/index.ts'
import { stockPolicy } from '../office.ts'
import { thingsOf } from '../papers/lines.ts'
import { ReceivedNote } from '../papers/receivedNote.ts'
import { waybillsOf } from '../papers/waybillsOf.ts'
import { cardOf } from '../stock/cardOf.ts'
import { donorLots } from '../stock/donorLots.ts'
import { stockNow } from '../stock/stockNow.ts'
import { byWarehouse, inLanguage } from '../typed.ts'
import { readWarehouse, warehouseById } from '../warehouses/keepWarehouse.ts'
import { cardPaper, countPaper, donorPaper, loadingPaper, type Printing, receivedPaper, releasePaper, stockPaper, waybillPaper } from './fillPapers.ts'
import { releaseToPrint } from './releaseToPrint.ts'
import { type StockPaper, stockPaperFile } from './stockPaper.ts'

type Lang = Printing['lang']
const andPartner: Policy = { who: [...(stockPolicy.who as readonly 'warehouse'[]), 'partner'], class: 2 }

async function printing(db: Db, house: House, lang: Lang, lines: readonly { item: string }[]): Promise<Printing> {
  const format = new Intl.DateTimeFormat(lang === 'pt' ? ['pt-MZ', 'pt-PT', 'pt'] : ['en-GB', 'en'], {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: house.pack.country.timezone },
  })
  return { lang, things: await thingsOf(db, lines), clock: (at) => format.format(new Date(at)) }
}

const answer = (paper: StockPaper | Refused, lang: Lang) => (isRefused(paper) ? paper : stockPaperFile(paper, lang))

const ofWaybill = (url: string, summary: string, fill: typeof waybillPaper, policy: Policy) =>
  route({
    ...{ method: 'GET', url, policy, summary, params: byId, query: inLanguage },
    answer: async ({ house, actor, params, query: { lang } }) =>
      answer(
        await read(house.doors, actor, async (db) => {
          const [waybill] = await waybillsOf(db, { id: params.id })
          return waybill ? fill(waybill, await printing(db, house, lang, waybill.lines)) : refused(refuse('access.not-found'))
        }),
        lang,
      ),
  })

const ofWarehouse = (url: string, summary: string, fill: typeof stockPaper) =>
  route({
    ...{ method: 'GET', url, policy: stockPolicy, summary, params: byWarehouse, query: inLanguage },
    answer: async ({ house, actor, params, query: { lang } }) =>
      answer(
        await read(house.doors, actor, async (db) => {
          const warehouse = await readWarehouse(db, params.warehouse)
          if ('refused' in warehouse) return warehouse
          return fill(await stockNow(db, { warehouse: warehouse.code, now: now() }), warehouse, await printing(db, house, lang, []))
        }),
        lang,
      ),
  })

export const printRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/print/release/:id',
    policy: andPartner,
    summary: 'What a warehouse may let go, to be signed by who releases it and who takes it',
    params: byId,
    query: inLanguage,
    answer: async ({ house, actor, params, query: { lang } }) =>
      answer(
        await read(house.doors, actor, async (db) => {
          const release = await releaseToPrint(db, params.id)
          return release ? releasePaper(release, await printing(db, house, lang, release.lines)) : refused(refuse('access.not-found'))
        }),
        lang,
      ),
  }),
  ofWaybill('/api/relief/print/waybill/:id', 'A waybill with its code and boxes to sign in', waybillPaper, andPartner),
  ofWaybill('/api/relief/print/loading/:id', 'The loading plan of a waybill, with what it weighs', loadingPaper, stockPolicy),
  ofWarehouse('/api/relief/print/count-sheet/:warehouse', 'A sheet to count by, without the figures of the system', countPaper),
  ofWarehouse('/api/relief/print/stock/:warehouse', 'The stock of a warehouse on paper', stockPaper),
  route({
    method: 'GET',
    url: '/api/relief/print/received/:id',
    policy: stockPolicy,
    summary: 'A goods received note: ordered beside received',
    params: byId,
    query: inLanguage,
    answer: async ({ house, actor, params, query: { lang } }) =>
      answer(
        await read(house.doors, actor, async (db) => {
          const note = await getRow(db, ReceivedNote, params.id)
          if (!note) return refused(refuse('access.not-found'))
          return receivedPaper(note, (await warehouseById(db, note.warehouse))!, await printing(db, house, lang, note.lines))
        }),
        lang,
      ),
  }),
  route({
    method: 'GET',
    url: '/api/relief/print/card',
    policy: stockPolicy,
    summary: 'A bin card on paper',
    query: inLanguage.extend({ shelf: line(120), item: line(40), lot: z.string().max(60).default('') }),
    answer: async ({ house, actor, query: { lang, ...asked } }) =>
      answer(
        await read(house.doors, actor, async (db) => {
          const card = await cardOf(db, asked)
          return 'refused' in card ? card : cardPaper(card, await printing(db, house, lang, [card]))
        }),
        lang,
      ),
  }),
  route({
    method: 'GET',
    url: '/api/relief/print/donor-lots',
    policy: { ...stockPolicy, who: ['pipeline', 'clusterCoordinator', 'chief', 'monitoring'] },
    summary: 'Where the lots of a donor are now, on paper',
    query: inLanguage.extend({ donor: z.uuid().optional() }),
    answer: async ({ house, actor, query: { lang, donor } }) =>
      answer(await read(house.doors, actor, async (db) => donorPaper(await donorLots(db, donor ?? null), await printing(db, house, lang, []))), lang),
  }),
]
