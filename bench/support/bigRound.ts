/** A round as large as one gets: our own import template, many localities in each of the country's administrative posts, the same on every run. */
import { noAges } from '../../src/domains/displacement/demonstration/counts.ts'
import { csvOf, type TemplateRow } from '../../src/domains/displacement/demonstration/template.ts'
import type { House } from '../../src/kernel/index.ts'

/** What a data officer says in the mapping step of the wizard: the rows are localities inside posts that the register knows. */
export const columns = {
  siteCode: 'place_code',
  siteName: 'place_name',
  adm3Code: 'posto_code',
  statusReason: 'reason_not_assessed',
  originCode: 'origin_code',
}

export const target = {
  operation: 'Bench',
  round: '1',
  from: '2026-01-10',
  to: '2026-01-30',
  assessmentType: 'BA',
  cause: 'conflict',
  licence: 'CC BY-IGO 4.0',
  credit: 'Generated for measurement',
}

const reasons = ['Conflict', 'Natural disaster', 'Conflict', 'Conflict']

export function bigRound(house: House, rows: number): Buffer {
  const postos = house.pack.places.filter(({ level, validTo }) => level === 3 && !validTo)
  const made = Array.from({ length: rows }, (_, at): TemplateRow => {
    const posto = postos[at % postos.length]!
    const inPosto = Math.floor(at / postos.length) + 1
    const households = 3 + ((at * 37) % 240)
    const individuals = households * 4 + (at % 7)
    const females = Math.round(individuals * 0.52)
    return {
      place_code: `${posto.pcode}-B${inPosto}`,
      place_name: `${posto.name} ${inPosto}`,
      posto_code: posto.pcode,
      round: 1,
      reporting_date: '2026-01-30',
      status: 'assessed',
      source_round: null,
      reason_not_assessed: null,
      households,
      individuals,
      returnees: null,
      females,
      males: individuals - females,
      displacement_reason: reasons[at % reasons.length]!,
      origin_code: postos[(at * 7) % postos.length]!.pcode.slice(0, 6),
      setting: at % 3 === 0 ? 'site' : 'host_community',
      method: 'key_informant',
      latitude: null,
      longitude: null,
      sex_method: 'applied',
      ...noAges,
    }
  })
  return Buffer.from(csvOf(made), 'utf8')
}
