/**
 * What exists where for people who need it, as far as somebody has verified it. Of sensitive services only the way to reach them is told: their place would lead others
 * there too (specification: coordination, 2.3 and 8).
 */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  boolean,
  type Db,
  date,
  insertRow,
  oneOf,
  optional,
  type Refused,
  type RowOf,
  record,
  ref,
  refuse,
  refused,
  text,
  updateRow,
} from '../../../kernel/index.ts'

export const serviceStatuses = ['full', 'partial', 'none', 'unknown'] as const

export const Service = record(
  'coordination.service',
  {
    provider: ref('organisations.organisation', 'Quem presta', 'Provider'),
    kind: text('Serviço', 'Service', { letters: 200 }),
    place: text('Lugar', 'Place', { letters: 60 }),
    hours: optional(text('Dias e horas', 'Days and hours', { letters: 300 })),
    cost: optional(text('Custo', 'Cost', { letters: 200 })),
    languages: optional(text('Línguas', 'Languages', { letters: 200 })),
    accessibility: optional(text('Acessibilidade', 'Accessibility', { letters: 300 })),
    forWhom: optional(text('Para quem', 'For whom', { letters: 300 })),
    capacity: optional(text('Capacidade', 'Capacity', { letters: 200 })),
    status: oneOf('Estado', 'Status', serviceStatuses),
    /** Empty: nobody has looked, and the status says unknown. */
    verifiedOn: optional(date('Verificado em', 'Verified on')),
    verifiedHow: optional(text('Como se verificou', 'How it was verified', { letters: 300 })),
    sensitive: boolean('Sensível', 'Sensitive'),
    channel: optional(text('Como chegar a ele', 'How to reach it', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Serviço', en: 'Service' }, many: { pt: 'Serviços', en: 'Services' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['provider'], ['place']],
    access: {
      read: {
        clusterCoordinator: 'all',
        coordinator: { condition: 'not r.sensitive' },
        chief: { condition: 'not r.sensitive' },
        monitoring: { condition: 'not r.sensitive' },
        partner: { condition: 'not r.sensitive' },
      },
      create: ['clusterCoordinator'],
      update: ['clusterCoordinator'],
    },
  },
)

type ServiceRow = RowOf<typeof Service>
export type ServiceGiven = Pick<
  ServiceRow,
  | 'provider'
  | 'kind'
  | 'place'
  | 'hours'
  | 'cost'
  | 'languages'
  | 'accessibility'
  | 'forWhom'
  | 'capacity'
  | 'status'
  | 'verifiedOn'
  | 'verifiedHow'
  | 'sensitive'
  | 'channel'
>

/** `id` null: a new one. */
export async function keepService(db: Db, given: ServiceGiven, id: string | null): Promise<{ id: string } | Refused> {
  const known = await db.one(sql`select 1 from places.place where pcode = ${given.place}`)
  const problems = [
    ...(known ? [] : [refuse('service.place-unknown', { place: given.place })]),
    ...(given.sensitive && !given.channel ? [refuse('service.channel-missing')] : []),
    ...(given.status !== 'unknown' && !given.verifiedOn ? [refuse('service.not-verified')] : []),
  ]
  if (problems.length > 0) return { refused: problems }
  const kept = id ? await updateRow(db, Service, id, given) : await insertRow(db, Service, { scope: given.place, ...given })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, 'service.keep', Service.name, kept.id, { status: given.status })
  return { id: kept.id }
}

export type ServiceLine = ServiceRow & { providerName: string; placeName: string | null; district: string | null; lon: number | null; lat: number | null }
/** A sensitive service as everybody else may know it. */
export type ServiceChannel = { kind: string; province: string; channel: string; status: string; verifiedOn: string | null }

export async function servicesNow(db: Db): Promise<{ services: ServiceLine[]; byChannel: ServiceChannel[] }> {
  const services = await db.rows<ServiceLine>(sql`
    select s.*, o.name as provider_name, p.name as place_name, d.pcode as district, p.lon, p.lat from coordination.service s join organisations.organisation o on o.id = s.provider
    left join places.place p on p.pcode = s.place left join places.place d on d.level = 2 and d.country = p.country and starts_with(s.place, d.pcode) order by s.kind, p.name, s.id`)
  const byChannel = await asTheHouse(db, (house) =>
    house.rows<ServiceChannel>(sql`
      select s.kind, coalesce(p.name, '') as province, s.channel, s.status, s.verified_on from coordination.service s
      left join places.place p on p.level = 1 and starts_with(s.place, p.pcode) where s.sensitive order by s.kind, s.id`),
  )
  return { services, byChannel }
}
