/** The requests of the desk for distributions. Steps of a distribution are the kernel's; what comes from tablets has doors of its own. */
import { z } from 'zod'
import { type AnyRoute, act, byId, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import { distributionLeaders } from '../office.ts'
import { countTablet } from './countTablet.ts'
import { distributionDay, householdsOfDay } from './day.ts'
import { safetyPoints } from './distribution.ts'
import { decideException } from './exceptions.ts'
import { householdsOf, keepList, verifyHouseholds } from './householdList.ts'
import { listFromSelection, selectionsFor } from './listFromSelection.ts'
import { typeInPaper } from './paperDay.ts'
import { distributionsNow, keepConsultation, keepSafety, oneDistribution, planIn } from './planDistribution.ts'
import { sentFact } from './readFacts.ts'
import { explainVariance, signVariance } from './reconcile.ts'
import { giveCustody, joinWithoutGoods, phonesFor, shelvesFor } from './tablets.ts'
import { revokeTokens } from './tokens.ts'

const leaders: Policy = { who: distributionLeaders, class: 3 }
const followers: Policy = { who: ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring', 'partner'], class: 2 }
const signers: Policy = { who: ['clusterCoordinator', 'pipeline', 'chief'], class: 2 }
const words = (most: number) => z.string().trim().min(1).max(most)
const whole = (min = 0) => z.number().int().min(min).max(1_000_000_000)
const itemLines = z
  .array(z.object({ item: words(120), quantity: whole(1) }))
  .min(1)
  .max(30)
const someHouseholds = z.object({ households: z.array(z.string().max(20)).min(1).max(20_000).optional() })

const plan = z.object({
  name: words(200),
  place: words(60),
  point: words(200),
  day: z.iso.date(),
  modality: z.enum(['in_kind', 'cash', 'voucher', 'mixed']),
  organisation: z.uuid().nullish(),
  packages: z
    .array(z.object({ from: whole(1), to: whole(1).optional(), lines: itemLines }))
    .min(1)
    .max(20),
  standard: z.object({ since: z.iso.date(), source: words(300), anyOf: itemLines }),
  messages: z.string().max(5000).optional(),
  blanket: z.boolean().default(false),
})
const consultation = z.object({ heldOn: z.iso.date(), women: whole(), men: whole(), girls: whole(), boys: whole(), leaders: whole(), agreed: words(2000) })
const household = z.object({
  household: words(20),
  people: whole(1).nullable(),
  mark: z.boolean().optional(),
  alternates: z.boolean().optional(),
})
const countedLine = z.object({ item: words(120), lot: z.string().max(120), returned: whole(), damaged: whole(), counted: whole() })
const paperLine = sentFact
  .pick({ household: true, line: true, quantity: true, receivedBy: true, acknowledgement: true, at: true })
  .extend({ sheetLine: whole(1), asWritten: z.boolean().optional() })

const plans: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/distributions',
    policy: followers,
    summary: 'Distributions, the newest day first; a partner sees those of his organisation',
    answer: async ({ house, actor }) => ({ distributions: await distributionsNow(house, actor) }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions',
    policy: leaders,
    summary: 'Plan a distribution: where, when, what a household of which size gets, and what counts as assisted',
    body: plan,
    answer: ({ house, actor, body }) => planIn(house, actor, body),
  }),
  route({
    method: 'GET',
    url: '/api/relief/distributions/:id',
    policy: followers,
    summary: 'The day in figures: verified, served, stock of each tablet, reconciliation; no household',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => distributionDay(db, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/distributions/:id/households',
    policy: leaders,
    summary: 'Households that were served twice, exceptions that wait, and who collected for many; numbers, no names',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => householdsOfDay(db, house, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/consultation',
    policy: leaders,
    summary: 'What was heard from the community, as counts',
    params: byId,
    body: consultation,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepConsultation(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/safety',
    policy: leaders,
    summary: 'The safety points that were seen on the ground',
    params: byId,
    body: z.object({ points: z.array(z.enum(safetyPoints)) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepSafety(db, params.id, body.points)),
  }),
]

const lists: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/list',
    policy: leaders,
    summary: 'The households of a distribution with their size; it replaces the list before',
    params: byId,
    body: z.object({ households: z.array(household).max(20_000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepList(db, params.id, { rows: body.households })),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/list-file',
    policy: leaders,
    summary: 'The same from a CSV or XLSX file',
    upload: true,
    params: byId,
    answer: async ({ house, actor, params, files: [file] }) => {
      const rows = file ? await householdsOf(file) : refused(refuse('relief.list-empty'))
      return 'refused' in rows ? rows : act(house.doors, actor, (db) => keepList(db, params.id, { rows }))
    },
  }),
  route({
    method: 'GET',
    url: '/api/relief/distributions/:id/selections',
    policy: leaders,
    summary: 'Selections of the place that were published, from which the list may be taken',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => selectionsFor(db, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/list-from-selection',
    policy: leaders,
    summary: 'Take the households that a published selection chose; it replaces the list before',
    params: byId,
    body: z.object({ run: z.uuid() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => listFromSelection(db, params.id, body.run)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/verify',
    policy: leaders,
    summary: 'Households of the list that were found; all of them when none is named',
    params: byId,
    body: someHouseholds,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => verifyHouseholds(db, params.id, body.households)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/revoke-tokens',
    policy: leaders,
    summary: 'Tokens that no longer hold; all of them when no household is named',
    params: byId,
    body: someHouseholds,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => revokeTokens(db, params.id, body.households)),
  }),
]

const goods: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/distributions/:id/choices',
    policy: leaders,
    summary: 'Phones that work in the place, and shelves with what lies on them',
    params: byId,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const distribution = await oneDistribution(db, params.id)
        if (!distribution) return refused(refuse('access.not-found'))
        return { phones: await phonesFor(db, distribution.scope), shelves: await shelvesFor(db, distribution) }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/custody',
    policy: leaders,
    summary: 'Give goods of a shelf into the custody of a tablet, or of the paper desk',
    params: byId,
    body: z.object({
      device: words(60),
      from: words(120),
      lines: z
        .array(z.object({ item: words(120), lot: z.string().max(120).default(''), quantity: whole(1) }))
        .min(1)
        .max(200),
    }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => giveCustody(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/tablets',
    policy: leaders,
    summary: 'Let a tablet or the paper desk record cash and vouchers without goods',
    params: byId,
    body: z.object({ device: words(60) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => joinWithoutGoods(db, params.id, body.device)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/paper',
    policy: leaders,
    summary: 'Lines of a signed paper list, typed in afterwards',
    params: byId,
    body: z.object({ lines: z.array(paperLine).min(1).max(500) }),
    answer: ({ house, actor, params, body }) => typeInPaper(house, actor, params.id, body.lines),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/count',
    policy: leaders,
    summary: 'What one tablet brought back, what broke and what is left; a lost one is counted at nothing',
    params: byId,
    body: z.object({ device: words(60), isLost: z.boolean().default(false), lines: z.array(countedLine).max(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => countTablet(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/exceptions/:id',
    policy: leaders,
    summary: 'Approve or reject that somebody outside the list was served',
    params: byId,
    body: z.object({ state: z.enum(['approved', 'rejected']) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => decideException(db, params.id, body.state)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/variances/:id/explain',
    policy: signers,
    summary: 'Say why a count differs',
    params: byId,
    body: z.object({ words: words(1000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => explainVariance(db, params.id, body.words)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/variances/:id/sign',
    policy: signers,
    summary: 'Sign the explanation that another person wrote',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => signVariance(db, params.id)),
  }),
]

export const deskRoutes: AnyRoute[] = [...plans, ...lists, ...goods]
