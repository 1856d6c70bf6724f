/**
 * What the demonstration mission is made from: published figures with their source, which must come out exactly, and an illustrative part (localities,
 * splits, origins) that we invented and say so. Both are data of the country pack.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Refusal, refuse } from '../../../kernel/index.ts'

const bilingual = z.strictObject({ pt: z.string(), en: z.string() })
const people = z.int().nonnegative()
const area = z.strictObject({ pcode: z.string(), name: z.string(), individuals: people })

const published = z.strictObject({
  about: bilingual,
  credit: z.string(),
  operation: z.string(),
  rounds: z.array(
    z.strictObject({
      number: z.int(),
      collectedFrom: z.iso.date(),
      collectedTo: z.iso.date(),
      reportingDate: z.iso.date(),
      /** `month`: the source prints only the month, the days are its first and last. */
      periodPrintedAs: z.enum(['day', 'month']),
      source: z.url(),
      individuals: people,
      households: people.nullable(),
      localitiesAssessed: people.nullable(),
      provinces: z.array(area),
      districts: z.array(area),
    }),
  ),
})

const byRound = z.record(z.string().regex(/^\d+$/), z.number().nonnegative())
const illustrative = z.strictObject({
  about: bilingual,
  localityName: bilingual,
  /** People a household where no number of households was published. */
  householdSize: z.number().min(1.5).max(10),
  femaleShare: z.number().min(0).max(1),
  /** In a part of the places a part of the people were counted by age; weights from the youngest band to the oldest. */
  ages: z.strictObject({
    shareOfPlaces: z.number().min(0).max(1),
    shareOfPeople: z.number().min(0).max(1),
    weights: z.strictObject({ females: z.array(z.number().nonnegative()).length(5), males: z.array(z.number().nonnegative()).length(5) }),
  }),
  siteShare: z.number().min(0).max(1),
  smallestNationalLocality: z.int().positive(),
  reasons: z.array(z.strictObject({ province: z.string(), reason: z.string() })),
  conflictOrigins: z.array(z.strictObject({ pcode: z.string(), name: z.string(), weight: z.number().positive() })).min(1),
  districts: z.array(z.strictObject({ pcode: z.string(), name: z.string(), localities: byRound, weight: byRound })),
  /** Everything else in scope was assessed. `locality` is the locality's place within its district, from 1. */
  outcomes: z.array(
    z.strictObject({
      round: z.int(),
      district: z.string(),
      locality: z.int().positive(),
      status: z.enum(['not_assessed', 'carried_forward', 'closed', 'empty']),
      reason: z.string().nullable(),
      sourceRound: z.int().nullable(),
    }),
  ),
})

export type PublishedRound = z.infer<typeof published>['rounds'][number]
export type Illustrative = z.infer<typeof illustrative>
export type Basis = { published: z.infer<typeof published>; illustrative: Illustrative }

/** Refusal: `demonstration.unreadable {file, problem}`. */
export function readBasis(files: { published: unknown; illustrative: unknown }): Basis | Refusal {
  const figures = published.safeParse(files.published)
  if (!figures.success) return unreadable('published-figures.json', figures.error)
  const invented = illustrative.safeParse(files.illustrative)
  if (!invented.success) return unreadable('illustrative.json', invented.error)
  return { published: figures.data, illustrative: invented.data }
}

const unreadable = (file: string, { issues }: z.ZodError): Refusal =>
  refuse('demonstration.unreadable', { file, problem: `${issues[0]!.path.join('.')}: ${issues[0]!.message}` })

/** Null when the pack of this country brings no demonstration. */
export async function basisInPack(packFolder: string): Promise<Basis | Refusal | null> {
  const read = async (name: string) => JSON.parse(await readFile(join(packFolder, 'demonstration', name), 'utf8'))
  try {
    return readBasis({ published: await read('published-figures.json'), illustrative: await read('illustrative.json') })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null
    return refuse('demonstration.unreadable', { file: 'demonstration', problem: String((problem as Error).message) })
  }
}
