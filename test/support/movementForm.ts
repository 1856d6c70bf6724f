/** A movement form as a phone sends it, and the operation that its movements belong to. */
import { randomUUID } from 'node:crypto'
import { Operation } from '../../src/domains/displacement/round.ts'
import { asOwner, insertRow } from '../../src/kernel/index.ts'
import type { TestHouse } from './testHouse.ts'

export type Movement = {
  place: string
  kind?: string
  other?: string
  households?: number
  individuals?: number
  day?: string
  vulnerable?: [string, number]
  replaces?: string
}

const tag = (name: string, value: string | number | undefined) => (value === undefined ? '' : `<${name}>${value}</${name}>`)
const areas = (page: string, pcode: string | undefined) =>
  pcode ? `<${page}>${tag(`${page}_province`, pcode.slice(0, 4))}${tag(`${page}_district`, pcode.length > 4 ? pcode : undefined)}</${page}>` : ''

export function movementXml({ place, kind = 'arrival', other, households, individuals, day = '2024-11-12', vulnerable, replaces }: Movement) {
  const instanceId = `uuid:${randomUUID()}`
  const xml = [
    `<data id="dtm_movement" version="2026112701">${areas('seen', place)}`,
    `<what>${tag('day', day)}${tag('kind', kind)}<reasons>Conflict</reasons><transport>foot</transport></what>${areas('other', other)}`,
    `<size>${tag('households', households)}${tag('individuals', individuals)}</size>`,
    vulnerable ? `<vulnerable><vulnerability>${vulnerable[0]}</vulnerability><vulnerable_people>${vulnerable[1]}</vulnerable_people></vulnerable>` : '',
    `<source><informant>community_leader</informant><confidence>high</confidence></source>`,
    `<meta>${tag('instanceID', instanceId)}${tag('deprecatedID', replaces)}</meta></data>`,
  ].join('')
  return { xml, instanceId }
}

export async function layOperation({ house }: Pick<TestHouse, 'house'>): Promise<string> {
  const common = { scope: 'MZ', countryIso3: 'MOZ', countryPcode: 'MZ', countryName: { pt: 'Moçambique', en: 'Mozambique' }, cause: 'conflict' }
  const made = await insertRow(asOwner(house.doors), Operation, {
    ...common,
    ...{ name: 'Cabo Delgado Conflict', status: 'Active', sensitivity: 'districts', licence: 'CC BY 4.0', credit: 'OIM DTM', demonstration: false },
  })
  return made.id
}
