/** The requests of the catalogue: items, kits in versions, lots, treatments. */
import { z } from 'zod'
import { type AnyRoute, act, line, maybe, route } from '../../../kernel/index.ts'
import { keeping, managing } from '../office.ts'
import { baseUnits } from './item.ts'
import { changeItem, newItem, newKitVersion, newLot } from './keepThings.ts'
import { treat } from './treatment.ts'

const inBothLanguages = z.object({ pt: line(300), en: line(300) })
const positive = maybe(z.number().min(0.000001))
const about = {
  ...{
    name: inBothLanguages,
    packs: z
      .array(z.object({ name: line(60), units: z.int().min(2).max(1_000_000) }))
      .max(20)
      .default([]),
  },
  ...{ weightKg: positive, volumeM3: positive, expires: z.boolean().default(false), treated: z.boolean().default(false) },
  safetyStock: maybe(z.int().min(0).max(2_000_000_000)),
  ...{ specification: maybe(z.string().max(2000)), source: maybe(line(300)) },
}
const item = z.object({ code: line(40), baseUnit: z.enum(baseUnits), ...about })

const kit = z.object({
  ...{ code: line(40), name: inBothLanguages, validFrom: z.iso.date(), source: maybe(line(300)) },
  parts: z
    .array(z.object({ item: line(40), perKit: z.int().min(1).max(100_000) }))
    .min(1)
    .max(60),
})

const lot = z.object({
  ...{ item: line(40), code: line(60), donor: maybe(z.uuid()), grantCode: maybe(line(120)), origin: z.enum(['purchase', 'gift', 'opening']) },
  ...{ unitCost: maybe(z.number().min(0)), currency: maybe(z.string().length(3)), expiry: maybe(z.iso.date()), treatedUntil: maybe(z.iso.date()) },
  ...{ treatment: maybe(line(300)), specification: maybe(z.string().max(2000)) },
})

const treatment = z.object({
  ...{ method: line(200), chemical: maybe(line(200)), day: z.iso.date(), treatedUntil: z.iso.date() },
  lots: z
    .array(z.object({ item: line(40), lot: line(60) }))
    .min(1)
    .max(200),
})

export const thingRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/relief/items',
    policy: keeping,
    summary: 'Enter an item into the catalogue',
    body: item,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => newItem(db, house, body)),
  }),
  route({
    method: 'PATCH',
    url: '/api/relief/items/:code',
    policy: keeping,
    summary: 'Change what is known of an item; its code and base unit stay',
    params: z.object({ code: line(40) }),
    body: z.object(about),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => changeItem(db, params.code, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/kits',
    policy: managing,
    summary: 'Write a kit, or its next version',
    body: kit,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => newKitVersion(db, house, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/lots',
    policy: keeping,
    summary: 'Enter a lot with its donor, cost and last day',
    body: lot,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => newLot(db, house, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/treatments',
    policy: keeping,
    summary: 'Write down a treatment of bamboo or poles',
    body: treatment,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => treat(db, house, body)),
  }),
]
