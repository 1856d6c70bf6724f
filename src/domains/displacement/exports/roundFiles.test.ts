import { existsSync, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../kernel/publish/hash.ts'
import { personalDataIn } from '../../../kernel/publish/personalData.ts'
import { fixtureGeometries, fixtureRound } from '../reports/fixture.test-support.ts'
import { hdxColumns } from './hdxTable.ts'
import { roundReadme } from './readme.ts'
import { ageCsv, roundCsv, roundGeoJson, roundJson, roundXlsx } from './roundFiles.ts'

const specified =
  '#id+code #operation+name #country+name #country+code #adm1+name #adm1+code #adm2+name #adm2+code #adm+level #affected+idps #date+reported #date+year+reported #date+month+reported #round+code #cause+type #affected+idps+m #affected+idps+f #adm1+name+origin #adm1+code+origin #assessment+type #operation+status'
const lines = async () => new TextDecoder('utf-8').decode(await roundCsv(fixtureRound(13))).split('\r\n')

describe('the CSV of a round', () => {
  it('has the 21 columns and HXL tags of the HDX export, in its order', async () => {
    const [header, hxl] = await lines()
    expect(hxl).toBe(specified.replaceAll(' ', ','))
    expect(header).toBe(hdxColumns.map(([name]) => name).join(','))
    expect(hdxColumns).toHaveLength(21)
  })

  const recorded = new URL('../../../../../shared/data/dtm/dtm-api/global-iom-dtm-from-api-admin-0-to-2.csv', import.meta.url)
  it.skipIf(!existsSync(recorded))('has the very header and HXL row of the recorded export (skipped where the folder shared/data/dtm is missing)', async () => {
    expect((await lines()).slice(0, 2)).toEqual(readFileSync(recorded, 'utf8').split(/\r?\n/).slice(0, 2))
  })

  it('leaves the cell of an unknown figure empty', async () => {
    const unknown = (await lines()).find((line) => line.includes('MZ0110'))
    expect(unknown).toContain(',MZ0110,2,,2021-09-23T00:00:00,')
  })

  it('keeps a set of reasons in one cell and disarms a name that looks like a formula', async () => {
    const round = fixtureRound(13)
    round.areas.find((area) => area.pcode === 'MZ0104')!.name = '=HYPERLINK("x")'
    const text = new TextDecoder().decode(await roundCsv(round))
    expect(text).toContain(',Conflict; Natural disaster,')
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('the workbook of a round', () => {
  it.each(['pt', 'en'] as const)('opens with a README in %s that says demonstration, licence, version and hash', async (lang) => {
    const round = fixtureRound(13)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await roundXlsx(round, lang)).buffer as ArrayBuffer)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['README', 'R13 v1', lang === 'pt' ? 'Sexo e idade' : 'Sex and age'])
    const readme = workbook.worksheets[0]!.getSheetValues().flat().join('\n')
    for (const fact of [
      lang === 'pt' ? 'DADOS DE DEMONSTRAÇÃO' : 'DEMONSTRATION DATA',
      'CC BY 4.0',
      roundJson(round).hash,
      'MOZ-cabo-delgado-conflict-BA-R13-v1',
    ])
      expect(readme).toContain(fact)
    const data = workbook.worksheets[1]!
    expect(data.getRow(2).getCell(10).value).toBe('#affected+idps')
    expect(data.getRow(3).getCell(10).value).toBeTypeOf('number')
  })

  it('carries sex and age with method and sample on a sheet and in a CSV of their own, and neither where nobody was counted by age', async () => {
    const round = fixtureRound(13)
    const [head, , first] = new TextDecoder().decode((await ageCsv(round))!).split('\r\n')
    expect(head).toContain('sex,ageBand,individuals,method,sampleIndividuals,samplePlaces,placesWithPeople')
    expect(first).toBe(`MOZ,13,f,${round.ageBands[0]!.band},${round.ageBands[0]!.individuals},applied,9417,48,155`)
    round.ageBands[0]!.individuals = 'withheld'
    expect(new TextDecoder().decode((await ageCsv(round))!)).toContain(`MOZ,13,f,${round.ageBands[0]!.band},,applied`)
    expect(await ageCsv({ ...round, ageBands: [], ageSample: null })).toBeNull()
    expect(roundReadme({ ...round, ageBands: [], ageSample: null }, 'en', 'f00d')).toContain('nobody was counted by sex and age')
  })

  it('holds no personal data, no hidden part and nobody in its properties, and neither does the CSV', async () => {
    const round = fixtureRound(13)
    expect(await personalDataIn({ name: 'r.xlsx', bytes: await roundXlsx(round, 'pt') })).toEqual([])
    expect(await personalDataIn({ name: 'r.csv', bytes: await roundCsv(round) })).toEqual([])
  })

  it('has a README text for the CSV with the same lines', () => {
    const text = roundReadme(fixtureRound(12), 'en', 'f00d')
    for (const part of ['DEMONSTRATION DATA', 'an empty cell means unknown', 'f00d', 'Palma (MZ0116)']) expect(text.toLowerCase()).toContain(part.toLowerCase())
  })
})

describe('GeoJSON and JSON of a round', () => {
  it('keeps every area, with null for an unknown figure and the reason beside it', () => {
    const round = fixtureRound(13)
    const { features, metadata } = roundGeoJson(round, fixtureGeometries())
    expect(features).toHaveLength(round.areas.length)
    const unknown = features.find((feature) => feature.id === 'MZ0110')
    expect(unknown?.properties).toMatchObject({ individuals: null, individualsStatus: 'unknown' })
    expect(features.filter((feature) => feature.geometry)).toHaveLength(17)
    expect(metadata).toMatchObject({ licence: 'CC BY 4.0', version: 1, boundaries: { kind: 'schematic' }, hash: roundJson(round).hash })
  })

  it('prints the hash that anyone computes from the JSON', () => {
    const { json, hash } = roundJson(fixtureRound(13))
    expect(sha256(new TextEncoder().encode(json))).toBe(hash)
    expect(roundJson(JSON.parse(json)).hash).toBe(hash)
    const changed = fixtureRound(13)
    changed.totals.individuals = 744950
    expect(roundJson(changed).hash).not.toBe(hash)
  })
})
