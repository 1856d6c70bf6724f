/** The requests of houses: programmes, one house whole, inspections and repairs, tenure, tranches, a partner's list. */
import { z } from 'zod'
import { buildingStages, itemAnswers, type StageWeights } from '../../../engines/solutions/index.ts'
import {
  type AnyRoute,
  act,
  both,
  byId,
  day,
  isRefused,
  line,
  type House as Mission,
  maybe,
  type Policy,
  read,
  refuse,
  refused,
  route,
  today,
} from '../../../kernel/index.ts'
import { officers, openReaders } from '../office.ts'
import { checklist, checklistEdition } from './checklist.ts'
import { hazardFeatures } from './design.ts'
import { modalities, tenureKinds, yesNoUnknown } from './house.ts'
import { inspect, repair } from './inspect.ts'
import { chooseDesign, keepTenure, newCase, newDesign } from './keepHouse.ts'
import { approveTranche, planTranche, recordPayment } from './payTranche.ts'
import { houseFile, housesNow, photoNamed, programmesNow } from './readHouses.ts'
import { takePartnerList } from './takePartnerList.ts'

const readers: Policy = { who: openReaders, class: 2 }
const keepers: Policy = { who: officers, class: 2 }
const money: Policy = { who: officers, class: 3 }

const weightsOf = ({ pack }: Mission): StageWeights => ({
  foundation: pack.thresholds.stageWeightFoundation,
  frame: pack.thresholds.stageWeightFrame,
  roof: pack.thresholds.stageWeightRoof,
  finished: pack.thresholds.stageWeightFinished,
  inspected: pack.thresholds.stageWeightInspected,
})

const kase = z.object({
  ...{ programme: line(60), household: line(60), chosenBy: line(300), needs: maybe(line(500)), modality: z.enum(modalities), plot: maybe(line(60)) },
  ...{ number: line(40), place: line(60), design: maybe(z.uuid()), coach: maybe(z.uuid()) },
  ...{ lon: maybe(z.number().min(-180).max(180)), lat: maybe(z.number().min(-90).max(90)), accuracyM: maybe(z.number().min(0)) },
})
const design = z.object({
  ...{ code: line(40), name: both(200), areaM2: z.number().min(1).max(1000), rooms: z.int().min(1).max(20) },
  materials: z
    .array(z.object({ item: line(120), quantity: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(100),
  hazardFeatures: z.array(z.enum(hazardFeatures)).max(6),
  ...{ accessibility: maybe(line(500)), cost: maybe(z.number().min(0)), currency: maybe(z.string().length(3)), pricesOf: maybe(day) },
  ...{ sessions: maybe(line(1000)), licence: maybe(line(100)) },
})
export const inspectionGiven = z.object({
  ...{ stage: z.enum(buildingStages), seenOn: day, fixBy: day },
  answers: z.array(z.object({ code: line(60), answer: z.enum(itemAnswers), note: maybe(line(500)), photo: maybe(line(200)) })).max(50),
})
export const tenureGiven = z.object({
  ...{ kind: z.enum(tenureKinds), bothSpouses: z.enum(yesNoUnknown), document: z.enum(['none', 'asked_for', 'held', 'unknown']) },
  ...{ conflict: z.enum(yesNoUnknown), checkedOn: day, words: maybe(line(500)) },
})
const tranche = z.object({
  ...{ house: z.uuid(), stage: z.enum(buildingStages), amount: z.number().min(0).max(100_000_000) },
  contract: z.object({ number: line(40), party: line(200), kind: z.enum(['mason', 'enterprise', 'transport']), currency: z.string().length(3) }),
})

export const houseRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/houses',
    policy: readers,
    summary: 'Programmes by stage, and their houses',
    query: z.object({ programme: line(60).optional(), state: line(30).optional() }),
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, async (db) => ({
        programmes: await programmesNow(db, weightsOf(house), today()),
        houses: await housesNow(db, { programme: query.programme ?? null, state: query.state ?? null }),
        weights: weightsOf(house),
      })),
  }),
  route({
    method: 'GET',
    url: '/api/solutions/houses/:id/file',
    policy: readers,
    summary: 'One house: stages, inspections, defects; land and money for those who may see them',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const file = await read(house.doors, actor, (db) => houseFile(db, params.id))
      return file ? { ...file, checklist, checklistEdition } : refused(refuse('access.not-found'))
    },
  }),
  route({
    method: 'GET',
    url: '/api/solutions/houses/:id/photos/:photo',
    policy: readers,
    summary: 'A picture that an inspection of this house names',
    params: byId.extend({ photo: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: async ({ house, actor, params }) => {
      const named = await read(house.doors, actor, (db) => photoNamed(db, params))
      const content = named ? await house.files.get(params.photo) : null
      if (!content) return refused(refuse('access.not-found'))
      return { content, type: 'image/jpeg', headers: { 'cache-control': 'private, max-age=86400' } }
    },
  }),
  route({
    method: 'POST',
    url: '/api/solutions/houses',
    policy: money,
    summary: 'Take a household into a programme, with its house',
    body: kase,
    answer: async ({ house, actor, body }) => {
      const made = await act(house.doors, actor, (db) => newCase(db, body))
      return isRefused(made) ? made : { ...made, notices: house.catalogue.worded(made.notices) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/solutions/houses/:id/design',
    policy: keepers,
    summary: 'The design that the household chose',
    params: byId,
    body: z.object({ design: z.uuid() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => chooseDesign(db, params.id, body.design)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/designs',
    policy: keepers,
    summary: 'A design, or the next edition of one',
    body: design,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => newDesign(db, house, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/houses/:id/inspections',
    policy: keepers,
    summary: 'What was seen of a stage; the result is computed',
    params: byId,
    body: inspectionGiven,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => inspect(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/defects/:id/repair',
    policy: keepers,
    summary: 'A defect was repaired; the next inspection says whether',
    params: byId,
    body: z.object({ on: day, words: line(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => repair(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/houses/:id/tenure',
    policy: money,
    summary: 'Whose the ground is, as somebody checked it',
    params: byId,
    body: tenureGiven,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepTenure(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/tranches',
    policy: money,
    summary: 'Plan a tranche of a contract, tied to a stage',
    body: tranche,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => planTranche(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/tranches/:id/approve',
    policy: money,
    summary: 'Approve a tranche whose stage has passed',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => approveTranche(db, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/tranches/:id/pay',
    policy: money,
    summary: 'Record that a tranche was paid outside',
    params: byId,
    body: z.object({ orderReference: line(100) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => recordPayment(db, params.id, body.orderReference)),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/partner-houses',
    policy: keepers,
    summary: "Take in a partner's list of houses with their stages",
    query: z.object({ organisation: z.uuid(), reportedOn: day }),
    upload: true,
    answer: async ({ house, actor, query, files }) => {
      const [file] = files
      if (!file) return refused(refuse('house.list-empty'))
      return act(house.doors, actor, (db) => takePartnerList(db, house, { ...query, ...file }))
    },
  }),
]
