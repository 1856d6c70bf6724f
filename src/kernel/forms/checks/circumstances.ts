/**
 * What a reviewer should look at though no rule of the form is broken: filled too fast, far from the place that was named, a figure unlike the others, a file that
 * did not come, the same answers twice. Each may be set apart for a form; none refuses anything.
 */
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { current } from '../answerFilter.ts'
import type { FoundFinding } from '../engine/compareDocuments.ts'
import type { FormChecks } from '../form.ts'
import { keyOf, type Question } from '../questionTable.ts'
import type { AnswerRow } from '../review/currentAnswers.ts'

export type Waiting = {
  standing: string
  submission: string
  current: string
  form: string
  checks: FormChecks | null
  placeQuestion: string | null
  elapsedMs: number | null
  payloadHash: string
}

/** Fewer answers than this say nothing about what is usual. */
const leastForComparison = 20
const farthestKm = 15

async function tooFast(db: Db, { form, current: instance, elapsedMs, checks }: Waiting): Promise<FoundFinding[]> {
  if (elapsedMs === null) return []
  const usual = await db.one<{ n: number; half: number | null }>(sql`
    select count(*) as n, percentile_cont(0.5) within group (order by elapsed_ms) as half from forms.submission where form = ${form} and elapsed_ms is not null and id <> ${instance}`)
  const measured = usual && usual.n >= leastForComparison && usual.half !== null ? usual.half / 4000 : null
  const least = checks?.fastestSeconds ?? measured
  const seconds = Math.round(elapsedMs / 1000)
  return least !== null && seconds < least ? [{ path: '', code: 'forms.too-fast', severity: 'warning', facts: { seconds, least: Math.round(least) } }] : []
}

type Point = { lat: number; lon: number }
const isPoint = (value: unknown): value is Point => typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value

function kmBetween(one: Point, other: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [dLat, dLon] = [radians(other.lat - one.lat), radians(other.lon - one.lon)]
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(a))
}

async function farFromPlace(house: House, db: Db, waiting: Waiting, questions: readonly Question[], top: Record<string, unknown>): Promise<FoundFinding[]> {
  const named = questions.find(
    ({ path, name }) => path === waiting.placeQuestion || name === waiting.placeQuestion || path.endsWith(`/${waiting.placeQuestion}`),
  )
  const place = named && top[keyOf(named)]
  if (!waiting.placeQuestion || typeof place !== 'string') return []
  for (const { pointOfPlace } of house.domains) {
    const home = pointOfPlace && (await pointOfPlace(db, place))
    if (!home) continue
    const taken = questions.find((question) => question.answer === 'geopoint' && question.repeat === null && isPoint(top[keyOf(question)]))
    const km = taken ? kmBetween(home, top[keyOf(taken)] as Point) : 0
    if (taken && km > (waiting.checks?.farthestKm ?? farthestKm))
      return [{ path: taken.path, code: 'forms.far-from-place', severity: 'warning', facts: { km: Math.round(km * 10) / 10, place } }]
  }
  return []
}

/** Beyond three times the middle half of what the form usually gets (Tukey's far fences). */
async function outliers(
  db: Db,
  { form, current: instance, checks }: Waiting,
  questions: readonly Question[],
  rows: readonly AnswerRow[],
): Promise<FoundFinding[]> {
  const found: FoundFinding[] = []
  const watched = questions.filter((question) => question.answer === 'int' || question.answer === 'decimal')
  for (const question of watched
    .filter(({ path, name }) => !checks?.outliers || checks.outliers.includes(path) || checks.outliers.includes(name))
    .slice(0, 60)) {
    const key = keyOf(question)
    const repeat = question.repeat ?? ''
    const values = rows.flatMap((row) =>
      row.repeat === repeat && Number.isFinite(Number(row.answers[key] ?? Number.NaN)) ? [{ turn: row.turn, value: Number(row.answers[key]) }] : [],
    )
    if (values.length === 0) continue
    const text = sql`(${current} ->> ${key})`
    const usual = await db.one<{ n: number; low: number; high: number }>(sql`
      select count(*) as n, percentile_cont(0.25) within group (order by v) as low, percentile_cont(0.75) within group (order by v) as high
      from (select ${text}::double precision as v from forms.answers a where a.form = ${form} and a.repeat = ${repeat} and a.submission <> ${instance}
        and ${text} ~ '^[+-]?[0-9]+([.][0-9]+)?$' limit 5000) as known`)
    if (!usual || usual.n < leastForComparison) continue
    const width = 3 * (usual.high - usual.low)
    const [low, high] = [usual.low - width, usual.high + width]
    const far = values.filter(({ value }) => width > 0 && (value < low || value > high))
    if (far.length > 0)
      found.push({
        path: question.path,
        code: 'forms.outlier',
        severity: 'warning',
        facts: { value: far[0]!.value, low: Math.round(low), high: Math.round(high), n: usual.n, turns: far.map(({ turn }) => turn) },
      })
  }
  return found
}

const missingFiles = async (db: Db, { current: instance }: Waiting): Promise<FoundFinding[]> => {
  const files = await db.rows<{ name: string }>(sql`select name from forms.submission_file where submission = ${instance} and sha256 is null order by ordinal`)
  return files.length === 0 ? [] : [{ path: '', code: 'forms.file-missing', severity: 'warning', facts: { name: files.map(({ name }) => name).join(', ') } }]
}

/** The same answers under another id; what the phone writes by itself (times, ids) does not count. */
async function duplicate(db: Db, { form, submission, current: instance, checks }: Waiting, questions: readonly Question[]): Promise<FoundFinding[]> {
  if (checks?.duplicates === false) return []
  const byPhone = questions
    .filter(({ type, answer }) => /^(start|end|today|deviceid|audit|start-geopoint|background-)/.test(type) || answer === 'binary')
    .map(keyOf)
  const own = await db.one<{ n: number }>(sql`
    select count(*) as n from forms.answers a, jsonb_each(a.answers - ${byPhone}::text[]) where a.submission = ${instance} and jsonb_typeof(value) <> 'null'`)
  if ((own?.n ?? 0) < 3) return []
  const twin = await db.one<{ instanceId: string }>(sql`
    select s.instance_id from forms.answers mine
    join forms.answers a on a.form = ${form} and a.repeat = '' and a.submission <> mine.submission and a.answers - ${byPhone}::text[] = mine.answers - ${byPhone}::text[]
    join forms.submission s on s.id = a.submission
    where mine.submission = ${instance} and mine.repeat = '' and coalesce(s.root, s.id) <> ${submission} and s.recorded_at > now() - interval '90 days'
      and (select coalesce(jsonb_agg(r.answers - ${byPhone}::text[] order by r.repeat, r.turn), '[]') from forms.answers r where r.submission = a.submission and r.repeat <> '')
        = (select coalesce(jsonb_agg(r.answers - ${byPhone}::text[] order by r.repeat, r.turn), '[]') from forms.answers r where r.submission = ${instance} and r.repeat <> '')
    limit 1`)
  return twin ? [{ path: '', code: 'forms.duplicate', severity: 'warning', facts: { instance: twin.instanceId } }] : []
}

export async function circumstances(
  house: House,
  db: Db,
  waiting: Waiting,
  questions: readonly Question[],
  rows: readonly AnswerRow[],
): Promise<FoundFinding[]> {
  const top = rows.find(({ repeat }) => repeat === '')?.answers ?? {}
  return [
    ...(await tooFast(db, waiting)),
    ...(await farFromPlace(house, db, waiting, questions, top)),
    ...(await outliers(db, waiting, questions, rows)),
    ...(await missingFiles(db, waiting)),
    ...(await duplicate(db, waiting, questions)),
  ]
}
