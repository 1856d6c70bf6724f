/** What a request stands on: organisations of which one is David's, a cluster with an agreement in force, items and a kit, a warehouse with stock, and published rounds. */
import { sql } from 'kysely'
import { publishFromPaper } from '../../src/domains/displacement/index.ts'
import { asOwner, insertRow, isRefused, LedgerAccount, post } from '../../src/kernel/index.ts'
import { fromText, wizardOf } from './importing.ts'
import type { Name, TestHouse } from './testHouse.ts'

export const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export type PipelineGround = { oxfam: string; solidar: string; oim: string; pemba: string; shelf: string; supplier: string }

const send = async (test: TestHouse, who: Name, url: string, payload: object) =>
  (await test.ask(who, { method: 'POST', url, payload })).body as unknown as { id: string }

export async function layPipeline(test: TestHouse): Promise<PipelineGround> {
  const owner = asOwner(test.house.doors)
  const organisation = async (name: string, kind: string) => (await send(test, 'noemia', '/api/organisations/organisation', { name, kind })).id
  const [oxfam, solidar, oim] = [await organisation('Oxfam', 'ingo'), await organisation('Solidar', 'ngo'), await organisation('OIM', 'un')]
  await owner.run(sql`update kernel.person set works_for = ${oxfam} where id = ${test.people.david.id}`)
  await owner.run(sql`
    insert into relief.item (scope, code, name, base_unit, packs, expires, treated) values
      ('MZ', 'TARP', '{"pt":"Lona","en":"Tarpaulin"}', 'C62', '[]', false, false), ('MZ', 'BLANKET', '{"pt":"Manta","en":"Blanket"}', 'C62', '[]', false, false)`)
  await owner.run(sql`insert into relief.kit (scope, code, name) values ('MZ', 'FAMILY', '{"pt":"Kit familiar","en":"Family kit"}')`)
  await owner.run(sql`
    insert into relief.kit_version (scope, kit, edition, parts, valid_from)
    select 'MZ', id, 1, '[{"item":"TARP","perKit":2},{"item":"BLANKET","perKit":3}]', '2021-01-01' from relief.kit`)
  const pemba = (await owner.one<{ id: string }>(sql`
    insert into relief.warehouse (scope, code, name, place, open) values ('MZ0101', 'PEM', 'Pemba', 'MZ0101', true) returning id`))!.id
  const account = async (kind: 'bin' | 'supplier', code: string) =>
    (await insertRow(owner, LedgerAccount, { scope: 'MZ0101', owner: 'relief', code, kind, name: { pt: code, en: code } })).id
  const [shelf, supplier] = [await account('bin', 'PEM/A1'), await account('supplier', 'supplier')]
  await bringStock(test, { shelf, supplier }, 'TARP', 1000)
  return { oxfam, solidar, oim, pemba, shelf, supplier }
}

export async function bringStock({ house }: TestHouse, { shelf, supplier }: Pick<PipelineGround, 'shelf' | 'supplier'>, item: string, quantity: number) {
  const posting = { owner: 'relief', kind: 'goods_received' as const, series: 'PEM', scope: 'MZ0101', at: `${dayFromNow(-1)}T08:00:00Z` }
  await post(asOwner(house.doors), { ...posting, moves: [{ item, from: supplier, to: shelf, quantity }] }, { as: 'plan' })
}

/** Makes David's organisation a member of a cluster under an agreement in force. */
export async function joinCluster(test: TestHouse, { oxfam, oim }: Pick<PipelineGround, 'oxfam' | 'oim'>): Promise<void> {
  const members = [oxfam, oim]
  await send(test, 'noemia', '/api/coordination/groups', {
    ...{ name: { pt: 'Abrigo', en: 'Shelter' }, kind: 'cluster', chair: oim, members, rhythm: 'monthly' },
  })
  const parties = members.map((organisation) => ({ organisation }))
  const { id } = await send(test, 'noemia', '/api/coordination/agreements', {
    ...{ kind: 'framework', title: 'Cadeia comum', parties, fromDay: dayFromNow(-30), toDay: dayFromNow(300), noticeDays: 30 },
  })
  for (const to of ['negotiated', 'cleared', 'signed', 'active']) await send(test, 'noemia', `/api/coordination/agreements/${id}/step`, { to })
}

export const assessmentOf = (place: string, assessedOn: string) => ({
  ...{ place, assessedOn, method: 'observation', householdsAssessed: 60, lacking: [{ code: 'TARP', percent: 80 }], teamSize: 4 },
  damage: { none: 10, partly: 30, destroyed: null },
})

/** Households displaced to Mieze, as published. */
export async function publishRound(test: TestHouse, round: number, reportedOn: string, households: number): Promise<void> {
  const target = { operation: 'Ciclone', round: String(round), from: reportedOn, to: reportedOn, assessmentType: 'BA' }
  const text = `pcode,households,individuals,females,males,reason\nMZ010902,${households},${households * 4},${households * 2},${households * 2},Conflict\n`
  const { summary } = await wizardOf(test).takeIn(fromText('baseline.csv', text), { ...target, licence: 'CC BY', credit: 'OIM' })
  const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
  const done = await publishFromPaper(test.house, actor, summary.rounds[0]!.id, { office: 'INGD', decidedOn: reportedOn, note: 'Confirmado' })
  if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
}
