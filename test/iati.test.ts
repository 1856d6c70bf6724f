/** A project as IATI 2.03: valid against the published schema, nothing invented where a figure is unknown, and public only once it was opened. */
import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { asOwner, insertRow } from '../src/kernel/index.ts'
import { Organisation } from '../src/registry/organisations/index.ts'
import { IndicatorMark, IndicatorValue } from '../src/registry/results/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const schemas = new URL('../../shared/data/coordination/iati/', import.meta.url)
const skipped = existsSync(schemas) ? '' : ' (SKIPPED: the folder shared/data/coordination/iati is missing)'
const schemaFile = (fileName: string) => ({ fileName, contents: readFileSync(new URL(fileName, schemas), 'utf8') })
/** The two attributes of the namespace `xml` that the schema asks for; the published folder leaves them to w3.org. */
const xmlNamespace = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xsd:attribute name="lang" type="xsd:string"/><xsd:attribute name="base" type="xsd:anyURI"/></xsd:schema>`

let test: TestHouse
let project: string
const owner = () => asOwner(test.house.doors)
const post = async (who: Parameters<TestHouse['ask']>[0], url: string, payload: object = {}) =>
  (await test.ask(who, { method: 'POST', url, payload })).body as { id: string; version: number; refusals?: { code: string }[] }
const file = (who: Parameters<TestHouse['ask']>[0]) => test.ask(who, { method: 'GET', url: `/api/results/projects/${project}/iati` })
const codesOf = (body: unknown) => ((body as { refusals?: { code: string }[] }).refusals ?? []).map(({ code }) => code)
const openTo = (open: boolean) => post('celia', `/api/results/projects/${project}/publication`, { open })

const about = (donor: string) => ({
  ...{ code: 'IA.1', name: { pt: 'Abrigo & <artigos>', en: 'Shelter & <items>' }, summary: { pt: 'Abrigo', en: 'Shelter' }, donor, agreedOn: '2023-12-20' },
  ...{ budget: { minor: 123_456_789, currency: 'USD' }, fromDay: '2024-01-01', toDay: '2025-12-31' },
})

beforeAll(async () => {
  test = await openTestHouse()
  const donor = (await insertRow(owner(), Organisation, { scope: 'MZ', name: 'A donor', kind: 'donor' })).id
  project = (await post('moises', '/api/results/projects', about(donor))).id
  const promised = { kind: 'output', name: { pt: 'Postos ligados', en: 'Posts running' }, indicators: ['3.1', '12.1'] }
  await post('moises', `/api/results/projects/${project}/results`, promised)
  const planned = { activity: 'FA3.A', name: { pt: 'Ligar', en: 'Connect' }, places: ['MZ01'], fromDay: '2024-02-01', toDay: '2024-06-30' }
  await post('moises', `/api/results/projects/${project}/activities`, planned)
  const figure = { scope: 'MZ', indicatorVersion: 1, edition: 1, method: 'entered' as const, evidence: 'List' }
  const quarter = { indicator: '3.1', fromDay: '2024-01-01', toDay: '2024-03-31' }
  await insertRow(owner(), IndicatorValue, { ...figure, ...quarter, numerator: 1, denominator: 8, value: 0.125, state: 'approved' })
  await insertRow(owner(), IndicatorValue, { ...figure, ...quarter, fromDay: '2024-04-01', toDay: '2024-06-30', unknown: 'not-reported', state: 'locked' })
  await insertRow(owner(), IndicatorValue, { ...figure, ...quarter, indicator: '12.1', value: 777, state: 'verified' })
  await insertRow(owner(), IndicatorMark, { scope: 'MZ', indicator: '3.1', kind: 'target', day: '2024-06-30', value: 0.5, source: 'Plan' })
  await insertRow(owner(), IndicatorMark, { scope: 'MZ', indicator: '3.1', kind: 'baseline', day: '2023-12-31', value: null, source: 'Plan' })
  return donor
}, 300_000)
afterAll(() => test?.close())

it('does not go out while the identifiers of the mission and of the project are unknown', async () => {
  const { status, body } = await file('moises')
  expect([status, codesOf(body)]).toEqual([422, ['results.iati-no-organisation', 'results.iati-no-identifier']])
  expect(codesOf(await openTo(true))).toEqual(['results.iati-no-organisation', 'results.iati-no-identifier'])
})

describe('once both are known', () => {
  let xml = ''
  beforeAll(async () => {
    test.house.pack.country.iatiOrganisation!.identifier = 'XX-TEST-1'
    const { project: row } = (await test.ask('moises', { method: 'GET', url: `/api/results/projects/${project}` })).body as {
      project: { donor: string; version: number }
    }
    await post('moises', `/api/results/projects/${project}`, { ...about(row.donor), iatiIdentifier: 'XX-TEST-1-IA.1', version: row.version })
    xml = (await file('moises')).text
  })

  it.skipIf(skipped !== '')(`is valid against the schema of IATI 2.03${skipped}`, async () => {
    const preload = [schemaFile('iati-common.xsd'), { fileName: 'xml.xsd', contents: xmlNamespace }]
    const validate = (contents: string) => validateXML({ xml: { fileName: 'file.xml', contents }, schema: [schemaFile('iati-activities-schema.xsd')], preload })
    expect((await validate(xml)).errors).toEqual([])
    expect((await validate(xml.replace('<activity-status code="1"/>', ''))).valid).toBe(false)
  })

  it('gives an unknown figure no value, a ratio in percent, and nothing that was not approved', () => {
    expect([...xml.matchAll(/<actual[^>]*>/g)].map(([actual]) => actual)).toEqual(['<actual value="12.5"/>', '<actual/>'])
    expect(xml).toContain('<baseline iso-date="2023-12-31" year="2023"/>')
    expect(xml).toContain('<target value="50.0"/>')
    expect(xml).not.toContain('777')
  })

  it('carries the goals that its areas print, the sum that was signed, and typed signs as text', () => {
    expect([...xml.matchAll(/<tag vocabulary="2" code="(\d+)"/g)].map(([, code]) => code)).toEqual(['9', '17'])
    expect(xml).toContain('<value currency="USD" value-date="2023-12-20">1234567.89</value>')
    expect(xml).toContain('Abrigo &amp; &lt;artigos&gt;')
  })

  it('lies in the evidence file of its project, beside the same figures with a share in percent', async () => {
    const payload = { project, from: '2024-01-01', to: '2024-06-30' }
    const { bytes } = await test.ask('moises', { method: 'POST', url: '/api/publications/evidence', payload })
    const files = unzipSync(bytes)
    expect(strFromU8(files['iati.xml']!)).toContain('<actual value="12.5"/>')
    const figures = strFromU8(files['results.csv']!)
    expect(figures).toContain('2024-01-01,2024-03-31,12.5,conhecido / known,%')
    expect(figures).toContain('2024-04-01,2024-06-30,,desconhecido / unknown (not-reported),%')
    expect(figures).not.toContain('777')
  })

  it('is everybody’s only while the chief of mission keeps it open', async () => {
    expect((await file('public')).status).toBe(404)
    expect((await file('david')).status).toBe(404)
    await openTo(true)
    expect((await file('public')).text).toContain('<iati-identifier>XX-TEST-1-IA.1</iati-identifier>')
    await openTo(false)
    expect((await file('public')).status).toBe(404)
  })
})
