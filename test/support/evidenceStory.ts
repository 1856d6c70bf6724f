/** What a donor is given of a project: everything as the index says, nothing of a place that is in danger, no picture whose consent ended. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { Campaign, Delivery } from '../../src/domains/publications/campaigns/campaign.ts'
import { PublicEvent } from '../../src/domains/publications/events/event.ts'
import { asOwner, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/index.ts'
import { IndicatorValue } from '../../src/registry/results/index.ts'
import { pdfText } from './pdfText.ts'
import type { TestHouse } from './testHouse.ts'

type Who = Parameters<TestHouse['ask']>[0]
type Given = {
  house: () => TestHouse
  product: () => { slug: string; hash: string }
  consent: () => string
  post: (who: Who, url: string, payload: object) => Promise<unknown>
  dayFrom: (days: number) => string
}
const codes = (answer: { body: unknown }) => ((answer.body as { refusals?: { code: string }[] }).refusals ?? []).map(({ code }) => code)

export function standsInEvidence({ house, product, consent, post, dayFrom }: Given): void {
  it('stands in the evidence file of its donor, whose every file is as the index says, and which names no place that is in danger', async () => {
    const db = asOwner(house().house.doors)
    const donor = (await insertRow(db, Organisation, { scope: 'MZ', name: 'Doador Inventado', kind: 'donor' })).id
    const rule = { donor, marks: 'Logótipo', wording: { pt: 'Com apoio', en: 'With support' }, materials: 'Todos', leftOffAt: ['MZ0107'] }
    await post('olga', 'visibility-rule', rule)
    const named = { name: { pt: 'Casas', en: 'Houses' }, summary: { pt: 'Casas', en: 'Houses' }, donor, budget: { minor: 0, currency: 'USD' } }
    const made = async (url: string, payload: object) => ((await house().ask('moises', { method: 'POST', url, payload })).body as { id: string }).id
    const project = await made('/api/results/projects', { ...named, code: 'EV.1', fromDay: dayFrom(-200), toDay: dayFrom(200) })
    await made(`/api/results/projects/${project}/results`, { kind: 'output', name: { pt: 'Famílias', en: 'Families' }, indicators: ['12.1', '3.1', 'X.1'] })
    const figure = { scope: 'MZ', indicatorVersion: 1, edition: 1, method: 'entered' as const, fromDay: dayFrom(-60), toDay: dayFrom(-30) }
    const recordsHash = 'ab'.repeat(32)
    await insertRow(db, IndicatorValue, { ...figure, indicator: '12.1', value: 777, state: 'approved', recordsHash, evidence: 'Lista' })
    await insertRow(db, IndicatorValue, { ...figure, indicator: '3.1', unknown: 'not-reported', state: 'locked' })
    await insertRow(db, IndicatorValue, { ...figure, indicator: 'X.1', value: 3, state: 'approved' })
    const about = { name: { pt: 'Água', en: 'Water' }, objective: 'a', audience: 'a', literacy: 'both' as const, languages: [], places: ['MZ01'], messages: [] }
    const air = {
      ...about,
      channels: [],
      fromDay: dayFrom(-9),
      toDay: dayFrom(9),
      indicators: [],
      government: 'not_required' as const,
      state: 'on_air' as const,
    }
    const own = (await insertRow(db, Campaign, { scope: 'MZ', ...air, budgetLine: 'Linha 4 (EV.1)' })).id
    const other = (await insertRow(db, Campaign, { scope: 'MZ', ...air, budgetLine: 'EV.12' })).id
    const sent = { scope: 'MZ', day: dayFrom(-1), deliverer: 'Nome Plantado', emergency: false, place: 'MZ0109' }
    await insertRow(db, Delivery, { ...sent, campaign: own, channel: 'meeting', quantity: 1, reach: 120, method: 'counted' })
    await insertRow(db, Delivery, { ...sent, campaign: own, channel: 'radio', place: 'MZ0107', reach: 50_000, method: 'station_claim' })
    await insertRow(db, Delivery, { ...sent, campaign: own, channel: 'sms', quantity: 1000 })
    await insertRow(db, Delivery, { ...sent, campaign: other, channel: 'theatre', reach: 99, method: 'counted' })
    const event = { about: { pt: 'a', en: 'a' }, venue: 'a', donors: [donor], isPublic: true, clearedAt: new Date().toISOString(), kind: 'launch' as const }
    const hour = { startsAt: `${dayFrom(-1)}T08:00:00Z`, endsAt: `${dayFrom(-1)}T10:00:00Z` }
    await insertRow(db, PublicEvent, { scope: 'MZ', ...event, ...hour, title: { pt: 'Feira', en: 'Fair' }, place: 'MZ0109' })
    await insertRow(db, PublicEvent, { scope: 'MZ', ...event, ...hour, title: { pt: 'Festa secreta', en: 'Secret feast' }, place: 'MZ0107' })

    const asked = { project, from: dayFrom(-90), to: dayFrom(0) }
    const evidence = (who: Who, payload: object = asked) => house().ask(who, { method: 'POST', url: '/api/publications/evidence', payload })
    expect((await evidence('olga')).status).toBe(403)
    expect(codes(await evidence('celia', { ...asked, to: dayFrom(-100) }))).toEqual(['publish.period-reversed'])
    const files = unzipSync((await evidence('celia')).bytes)
    expect(Object.keys(files)).toEqual([
      ...['index-pt.pdf', 'index-en.pdf', 'results.csv', 'products.csv', 'deliveries.csv', 'reach.csv', 'pictures.csv', 'events.csv', 'marks.csv'],
      ...['pictures/01.jpg', 'SHA256SUMS'],
    ])
    const said = (name: string) => strFromU8(files[name]!)
    const rowsOf = (name: string) => said(name).trimEnd().split('\r\n').slice(1)
    for (const [name, bytes] of Object.entries(files))
      if (name !== 'SHA256SUMS') expect(said('SHA256SUMS'), name).toContain(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    expect(rowsOf('results.csv').map((row) => [row.split(',')[0], /,777,conhecido|not-reported|retido/.exec(row)?.[0]])).toEqual([
      ['12.1', ',777,conhecido'],
      ['3.1', 'not-reported'],
      ['X.1', 'retido'],
    ])
    expect(said('results.csv')).toContain(recordsHash)
    expect(rowsOf('products.csv')).toMatchObject([expect.stringContaining(`/publications/${product().slug}/v1,${product().hash}`)])
    expect(rowsOf('reach.csv').map((row) => row.split(',').slice(0, 4))).toEqual([
      ['meeting', 'counted', 'people', '120'],
      ['radio', 'station_claim', 'people', '50000'],
      ['sms', 'unknown', 'delivered', ''],
    ])
    expect(rowsOf('events.csv').length).toBe(2)
    for (const [name, bytes] of Object.entries(files)) {
      const text = name.endsWith('.pdf') ? ((await pdfText(Buffer.from(bytes))).text ?? '') : strFromU8(bytes)
      for (const secret of ['MZ0107', 'Mecúfi', 'Festa secreta', 'Plantado', '50120', '50 120']) expect(text, `${name}: ${secret}`).not.toContain(secret)
      if (!/^index/.test(name) || text === '') continue
      // The sums stand on paper in two lines each.
      for (const sum of said('SHA256SUMS').split('\n').slice(2, 10)) expect(text.replace(/\s+/g, ''), name).toContain(sum.slice(0, 64))
      expect(text.replace(/\s+/g, ' ')).toContain(
        name === 'index-pt.pdf' ? 'Sem ficheiro IATI: a missão ou o projecto' : 'No IATI file: the mission or the project',
      )
    }
    await asOwner(house().house.doors).run(sql`update publications.picture_consent set to_day = ${dayFrom(-1)} where id = ${consent()}`)
    const later = unzipSync((await evidence('celia')).bytes)
    expect([Object.keys(later).some((name) => name.startsWith('pictures/')), strFromU8(later['pictures.csv']!).includes('Uma mãe')]).toEqual([false, false])
    await asOwner(house().house.doors).run(sql`update publications.picture_consent set to_day = ${dayFrom(30)} where id = ${consent()}`)
  })
}
