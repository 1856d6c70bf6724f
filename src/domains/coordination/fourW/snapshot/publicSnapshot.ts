/**
 * What the world may read of the 4W in a month: which organisations work in which district and sector. Protection stands at the province alone, comments and places finer
 * than a district never leave the office, and numbers of people are printed as a range with its rule.
 */
import { sql } from 'kysely'
import { presenceOf } from '../../../../engines/reach/index.ts'
import type { Bilingual, Db, House } from '../../../../kernel/index.ts'
import { withExactReach } from '../exact/exactReach.ts'
import { toldByProvinceOnly } from '../guardRail.ts'
import { activitiesFor, reachIn, thatCount } from '../situation.ts'

export type PublicPresence = {
  province: { code: string; name: string }
  /** Null: the place is published as the province alone. */
  district: { code: string; name: string } | null
  sector: { code: string; hapi: string; name: Bilingual }
  /** The consortium itself where several of its members work. */
  organisation: { name: string; acronym: string; kind: string }
  /** In whose name the organisation works here, so that it is counted once with the others of it; missing in months published before this was told. */
  consortium?: string | null
}

/** What is counted once. */
export const presenceNamed = ({ organisation, consortium }: PublicPresence): string => consortium ?? organisation.name

export type PublicSnapshot = {
  format: 'capulana-public-4w-1'
  month: string
  to: string
  country: { iso3: string; name: Bilingual }
  rows: PublicPresence[]
  organisations: number
  districts: number
  reach: { lower: number; upper: number; rule: Bilingual } | null
  limitations: Bilingual[]
  licence: string
  credit: string
}

const limitations: Bilingual[] = [
  {
    pt: 'Presença quer dizer que uma organização disse ter trabalho em curso ou concluído; não diz quanto nem com que qualidade.',
    en: 'Presence means that an organisation said that it has work ongoing or completed; it says neither how much nor how well.',
  },
  {
    pt: 'Um consórcio conta uma vez onde trabalham vários dos seus membros; um membro que lá trabalha sozinho aparece com o seu nome.',
    en: 'A consortium counts once where several of its members work; a member that works there alone stands under its own name.',
  },
  {
    pt: 'Um distrito que falta aqui é um distrito de que ninguém falou, e não um distrito sem necessidade.',
    en: 'A district that is missing here is one of which nobody told, and not one without need.',
  },
  {
    pt: 'A protecção mostra-se só por província, para segurança das pessoas. Actividades sem província ficam de fora.',
    en: 'Protection is shown by province only, for the safety of people. Activities without a province are left out.',
  },
]

type Place = { pcode: string; name: string; parent: string | null }

export async function snapshotOf(house: House, db: Db, month: string, terms: { licence: string; credit: string }): Promise<PublicSnapshot> {
  const { rows: activities, distinctIn } = await withExactReach(db, house, await activitiesFor(db, { status: ['ongoing', 'completed'] }))
  const { country } = house.pack
  const places = await db.rows<Place>(sql`
    select p.pcode, p.name, parent.pcode as parent from places.place p left join places.place parent on parent.id = p.parent where p.country = ${country.iso3} and p.level in (1, 2)`)
  const byCode = new Map(places.map((place) => [place.pcode, place]))
  const organisations = await db.rows<{ id: string; name: string; acronym: string | null; kind: string }>(
    sql`select id, name, acronym, kind from organisations.organisation`,
  )
  const known = new Map(organisations.map((one) => [one.id, one]))
  const sectors = new Map((house.pack.codeLists.get('sector')?.codes ?? []).map((one) => [one.code, one]))
  const shownAt = new Map<string, Pick<PublicPresence, 'province' | 'district'>>()
  const inTheNameOf = new Map<string, string>()
  const told = thatCount(activities).flatMap(({ organisation, consortium, sector, activityType, district, place, status, lastConfirmed }) => {
    const own = byCode.get(district ?? place ?? '')
    const province = byCode.get((district === null ? own?.pcode : own?.parent) ?? '')
    if (!own || !province || !sectors.has(sector)) return []
    const shown = district === null || toldByProvinceOnly(sector, activityType) ? null : { code: own.pcode, name: own.name }
    const at = shown?.code ?? province.pcode
    shownAt.set(at, { province: { code: province.pcode, name: province.name }, district: shown })
    for (const presence of consortium ? [organisation, consortium.id] : []) inTheNameOf.set(`${at} ${presence}`, consortium!.name)
    return [{ organisation, consortium: consortium?.id ?? null, sector, place: at, status, confirmedOn: lastConfirmed }]
  })
  const rows = presenceOf(told).flatMap(({ place, sector, organisations: present }) =>
    present.map((id): [string, PublicPresence] => {
      const { province, district } = shownAt.get(place)!
      const listed = sectors.get(sector)!
      const { name, acronym, kind } = known.get(id)!
      const row = {
        province,
        district,
        sector: { code: sector, hapi: listed.hapi ?? '', name: listed.label },
        organisation: { name, acronym: acronym ?? '', kind },
      }
      return [JSON.stringify([province.code, district?.code, sector, id]), { ...row, consortium: inTheNameOf.get(`${place} ${id}`) ?? null }]
    }),
  )
  const sorted = rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const reach = await reachIn(db, activities, distinctIn)
  return {
    ...{ format: 'capulana-public-4w-1', month, to: lastDayOf(month), country: { iso3: country.iso3, name: country.names }, rows: sorted },
    organisations: new Set(sorted.map(presenceNamed)).size,
    districts: new Set(sorted.flatMap(({ district }) => district?.code ?? [])).size,
    reach: reach.known === 0 ? null : { lower: reach.lower, upper: reach.capped, rule: house.catalogue.both({ code: 'coordination.reach-rule', facts: {} }) },
    ...{ limitations, ...terms },
  }
}

const lastDayOf = (month: string): string => {
  const first = new Date(`${month}T12:00:00Z`)
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)
}
