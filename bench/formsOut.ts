/**
 * What it costs to get answers out: submissions of 3 households with 2 members each, as ZIP of all tables, CSV, workbook, and a page of 250 of the feed filtered by
 * an answer; with the memory held while it runs. Run: npx tsx bench/formsOut.ts [submissions]
 */
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { archiveFile, csvFile, type ExportAsked, workbookFile } from '../src/kernel/forms/export/exportFiles.ts'
import { feedContent } from '../src/kernel/forms/odata/feed.ts'
import { readQuery } from '../src/kernel/forms/odata/query.ts'
import { type FormShape, shapeOf } from '../src/kernel/forms/questionTable.ts'
import { type Actor, asOwner, type Content, type House, read } from '../src/kernel/index.ts'
import { openFreshHouse, unrefused } from './support/freshHouse.ts'
import { bar, machineLoad, median, ms, peakMemory, say, timed } from './support/measure.ts'
import { countProcessor } from './support/processor.ts'

const submissions = Number(process.argv[2] ?? 10_000)

const question = (path: string, type: string, answer: string, repeat: string | null = null) => ({
  ...{ path, name: path.split('/').at(-1), kind: type === 'repeat' ? 'repeat' : 'question', type, answer, repeat, labels: { pt: path, en: path } },
})
const questions = [
  question('/data/prov', 'select_one', 'string'),
  question('/data/dist', 'select_one', 'string'),
  question('/data/af', 'repeat', ''),
  question('/data/af/n', 'integer', 'int', '/data/af'),
  question('/data/af/head', 'text', 'string', '/data/af'),
  question('/data/af/member', 'repeat', '', '/data/af'),
  question('/data/af/member/age', 'integer', 'int', '/data/af/member'),
  question('/data/af/member/sex', 'select_one', 'string', '/data/af/member'),
  question('/data/total', 'calculate', 'int'),
  question('/data/nome', 'text', 'string'),
]

async function fill(house: House): Promise<string> {
  const owner = asOwner(house.doors)
  const { sha256 } = await house.files.put(Buffer.from(JSON.stringify({ questions, findings: [], itemsets: null })))
  const id = async (query: ReturnType<typeof sql>) => (await owner.one<{ id: string }>(query))!.id
  const project = await id(sql`insert into forms.project (scope, number, name, training) values ('MZ', 1, 'Bench', false) returning id`)
  const form = await id(sql`
    insert into forms.form (scope, project, code, title, titles, state, lists_at, maker_checker, restricted)
    values ('MZ', ${project}, 'bench', 'Bench', '{}', 'published', 'receipt', true, false) returning id`)
  const version = await id(sql`
    insert into forms.form_version (scope, form, name, state, understood, refusals, warnings, languages, compiler)
    values ('MZ', ${form}, 'v1', 'published', ${sha256}, 0, 0, '[]', '1') returning id`)
  await owner.run(sql`
    insert into forms.submission (scope, form, form_version, instance_id, xml, payload_hash, files_hash, recorded_at)
    select 'MZ0109', ${form}::uuid, ${version}::uuid, 'uuid:' || gen_random_uuid(), repeat('x', 1130), '', '-', now() - make_interval(secs => ${submissions}::int - n)
    from generate_series(1, ${submissions}::int) n`)
  await owner.run(sql`
    insert into forms.standing (scope, submission, form, current, state, files_missing, open_findings, checked_at)
    select scope, id, form, id, 'received', 0, 0, now() from forms.submission where form = ${form}`)
  await owner.run(sql`
    insert into forms.answers (scope, submission, form, repeat, turn, parent_turn, answers)
    select s.scope, s.id, s.form, '', 0, 0, jsonb_build_object('prov', 'MZ01', 'dist', 'MZ0101', 'total', s.server_seq % 40, 'nome', 'Local ' || s.server_seq)
    from forms.submission s where s.form = ${form}`)
  await owner.run(sql`
    insert into forms.answers (scope, submission, form, repeat, turn, parent_turn, answers)
    select s.scope, s.id, s.form, '/data/af', n, 0, jsonb_build_object('n', n + 2, 'head', 'Chefe ' || n) from forms.submission s, generate_series(1, 3) n where s.form = ${form}`)
  await owner.run(sql`
    insert into forms.answers (scope, submission, form, repeat, turn, parent_turn, answers)
    select s.scope, s.id, s.form, '/data/af/member', n, (n + 1) / 2, jsonb_build_object('age', n * 9, 'sex', 'f') from forms.submission s, generate_series(1, 6) n where s.form = ${form}`)
  for (const table of ['submission', 'standing', 'answers']) await owner.run(sql.raw(`vacuum analyze forms.${table}`))
  return form
}

async function drained({ content }: Pick<Content, 'content'>): Promise<number> {
  let bytes = 0
  for await (const piece of content as Readable) bytes += (piece as Buffer | string).length
  return bytes
}

async function measure(name: string, make: () => Pick<Content, 'content'>): Promise<number> {
  const used = await countProcessor(house)
  const { seconds, answer } = await timed(() => drained(make()))
  const { own, database } = await used()
  const processor = `processor ${own.toFixed(2)} s, database ${database.toFixed(2)} s`
  say(`  ${name.padEnd(36)} ${ms(seconds).padStart(9)}  ${(answer / 1e6).toFixed(1)} MB; ${processor}; ${peakMemory()}; ${machineLoad()}`)
  return seconds
}

const fresh = await openFreshHouse()
const { house } = fresh
const { answer: form, seconds } = await timed(() => fill(house))
say(
  `${submissions.toLocaleString('en')} submissions with ${(submissions * 10).toLocaleString('en')} rows of answers, planted in ${seconds.toFixed(0)} s; ${machineLoad()}`,
)
const actor: Actor = await fresh.person('bento', ['dataOfficer'])
const shape: FormShape = (await read(house.doors, actor, (db) => shapeOf(house, db, form)))!
const asked: ExportAsked = { house, actor, shape, language: 'pt', labels: false, split: false, groups: true, hxl: false }
const top = shape.tables[0]!
const feed = (options: Record<string, string>) =>
  feedContent({ house, actor, shape, table: top, query: unrefused(readQuery(options, shape, top)), address: 'http://localhost', search: '' })

const perTenThousand = submissions / 10_000
const csv = await measure('CSV of the top', () => csvFile(asked, top))
const zip = await measure('ZIP of all tables', () => archiveFile(asked, true))
const pages: number[] = []
for (let run = 0; run < 9; run++) pages.push((await timed(() => drained(feed({ $top: '250', $filter: 'total ge 20' })))).seconds)
say(`  page of 250 filtered by an answer    median ${ms(median(pages))}`)
const expanded = await measure('feed, everything with $expand=*', () => feed({ $expand: '*' }))
const memory = process.resourceUsage().maxRSS / 1024
const workbook = await measure('workbook, a sheet for each table', () => workbookFile(asked))
bar('ZIP', zip, 3 * perTenThousand, ' s')
bar('CSV', csv, 1.4 * perTenThousand, ' s')
bar('feed with $expand=*', expanded, 1.9 * perTenThousand, ' s')
bar('peak memory without the workbook', memory, 250, ' MB')
bar('peak memory with the workbook', process.resourceUsage().maxRSS / 1024, 250, ' MB')
say(`  workbook ${workbook.toFixed(1)} s; ${machineLoad()}`)
await fresh.close()
