/** What is found behind the receipt: the form's own engine goes over each document again, and the circumstances are looked at. Findings, never a loss. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookOver } from '../src/kernel/forms/afterReceipt.ts'
import { type FormEngine, openFormEngine } from '../src/kernel/forms/engine/formEngine.ts'
import { asOwner } from '../src/kernel/index.ts'
import { filled, householdQuestions, plantForm, plantSubmission, question, type SubmissionGiven } from './support/plantedForms.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let engine: FormEngine
beforeAll(async () => {
  test = await openTestHouse()
  engine = openFormEngine()
})
afterAll(async () => {
  await engine?.close()
  await test?.close()
})

const owner = () => asOwner(test.house.doors)
const lookAll = async () => {
  while ((await lookOver(test.house, engine)) > 0);
}
const found = async (instance: string) =>
  owner().rows<{ code: string; path: string; facts: Record<string, unknown> }>(
    sql`select code, path, facts from forms.finding where submission = ${instance} order by code, path`,
  )

const bind = (path: string, rest: string) => `<bind nodeset="/data/${path}" ${rest}/>`
const xform = (binds: string) => `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>t</h:title><model><instance><data id="households" version="v1"><place/><day/><af jr:template=""><n/><head/></af><af><n/><head/></af><total/><made/><meta><instanceID/></meta></data></instance>
${binds}${bind('meta/instanceID', 'type="string" readonly="true()" jr:preload="uid"')}
</model></h:head><h:body><input ref="/data/place"><label>p</label></input><input ref="/data/day"><label>d</label></input>
<group ref="/data/af"><label>A</label><repeat nodeset="/data/af"><input ref="/data/af/n"><label>n</label></input><input ref="/data/af/head"><label>h</label></input></repeat></group></h:body></h:html>`

const rules =
  bind('af/n', 'type="int" constraint=". &gt; 0 and . &lt; 60"') +
  bind('place', 'type="string" required="true()"') +
  bind('day', 'type="date" relevant=" /data/total &gt; 5"') +
  bind('total', 'type="string" calculate="sum( /data/af/n )"') +
  bind('made', 'type="dateTime" calculate="now()"')

describe('the form engine', () => {
  it('finds a broken constraint, a missing answer, an answer to what was not asked, and another result of a calculation', async () => {
    const form = await plantForm(test, { xform: xform(rules) })
    const wrong = await plantSubmission(
      test,
      form,
      filled([2, 70]).replace('<total>72</total>', '<total>80</total><made>2026-01-01T00:00:00.000Z</made>').replace('MZ010902', ''),
    )
    const asked = await plantSubmission(test, form, filled([2, 1]))
    const right = await plantSubmission(test, form, filled([4, 3]))
    await lookAll()
    expect(await found(wrong.id)).toEqual([
      { code: 'forms.calculation', path: '/data/total', facts: { sent: '80', ours: '72', turns: [0] } },
      { code: 'forms.constraint', path: '/data/af/n', facts: { turns: [2] } },
      { code: 'forms.required', path: '/data/place', facts: { turns: [0] } },
    ])
    expect((await found(asked.id)).map(({ code, path }) => [code, path])).toEqual([['forms.not-relevant', '/data/day']])
    expect(await found(right.id)).toEqual([])
    const standing = await owner().one<{ openFindings: number; checked: boolean; state: string }>(
      sql`select open_findings, checked_at is not null as checked, state from forms.standing where submission = ${wrong.id}`,
    )
    expect(standing).toEqual({ openFindings: 3, checked: true, state: 'received' })
  })

  it('survives a pattern that runs away: the document is flagged, the next one is checked', async () => {
    const runaway = await plantForm(test, { xform: xform(bind('af/head', `type="string" constraint="regex(., '^(a+)+$')"`)) })
    const trap = await plantSubmission(test, runaway, filled([1]).replace('Head 1', `${'a'.repeat(60)}!`))
    const form = await plantForm(test, { xform: xform(rules) })
    const next = await plantSubmission(test, form, filled([99]))
    await lookAll()
    expect((await found(trap.id)).map(({ code }) => code)).toEqual(['forms.check-timeout'])
    expect((await found(next.id)).map(({ code }) => code)).toEqual(['forms.constraint'])
  })

  it('that cannot open a form leaves a note, and the declared types are held against the answers', async () => {
    const form = await plantForm(test, { xform: '<h:html xmlns:h="http://www.w3.org/1999/xhtml"/>' })
    const { id } = await plantSubmission(test, form, filled([1]).replace('<n>1</n>', '<n>many</n>').replace('<total>', '<needs>food gold</needs><total>'))
    await lookAll()
    expect((await found(id)).map(({ code, path }) => [code, path])).toEqual([
      ['forms.not-checked', ''],
      ['forms.unknown-choice', '/data/needs'],
      ['forms.wrong-type', '/data/af/n'],
    ])
  })

  it('looks again at an edit, and only once at anything', async () => {
    const form = await plantForm(test, { xform: xform(rules) })
    const { id } = await plantSubmission(test, form, filled([70]))
    await lookAll()
    expect(await lookOver(test.house, engine)).toBe(0)
    const edit = await plantSubmission(test, form, filled([6]), { edits: id })
    await lookAll()
    expect(await found(edit.id)).toEqual([])
    expect(await owner().one(sql`select open_findings from forms.standing where submission = ${id}`)).toEqual({ openFindings: 0 })
  })
})

describe('circumstances', () => {
  it('name a form that was filled too fast, one with a missing file, and one that came before under another id', async () => {
    const form = await plantForm(test, { form: { checks: { fastestSeconds: 60 } } })
    const first = await plantSubmission(test, form, filled([4]), { elapsedMs: 300_000 })
    const again = await plantSubmission(test, form, filled([4]), { elapsedMs: 5_000, files: [{ name: 'photo.jpg', sha256: null }] })
    await lookAll()
    expect(await found(first.id)).toMatchObject([{ code: 'forms.duplicate' }])
    expect((await found(again.id)).map(({ code }) => code)).toEqual(['forms.duplicate', 'forms.file-missing', 'forms.too-fast'])
  })

  it('name a figure that is unlike the others, once there are enough of them', async () => {
    const form = await plantForm(test, { form: { checks: { duplicates: false } } })
    for (let n = 0; n < 25; n++) await plantSubmission(test, form, filled([3 + (n % 5)]))
    const { id } = await plantSubmission(test, form, filled([4, 400]))
    await lookAll()
    expect((await found(id)).map(({ code, path, facts }) => [code, path, facts.value])).toEqual([
      ['forms.outlier', '/data/af/n', 400],
      ['forms.outlier', '/data/total', 404],
    ])
  })

  it('name coordinates far from the place that was named', async () => {
    const place = await owner().one<{ pcode: string; lat: number; lon: number }>(
      sql`select pcode, lat, lon from places.place where lat is not null and kind = 'district' order by pcode limit 1`,
    )
    const form = await plantForm(test, { form: { placeQuestion: 'place', checks: { farthestKm: 50 } } })
    const at = (lat: number, options: SubmissionGiven = {}) =>
      plantSubmission(test, form, filled([4], `<where>${lat} ${place!.lon} 0 5</where>`).replace('MZ010902', place!.pcode), options)
    const [near, far] = [await at(place!.lat + 0.1), await at(place!.lat + 2)]
    await lookAll()
    expect((await found(near.id)).map(({ code }) => code)).toEqual([])
    expect((await found(far.id)).map(({ code }) => code)).toEqual(['forms.far-from-place'])
  })
})

it('takes records at receipt where the form says so, and says why when the domain would not', async () => {
  const form = await plantForm(test, {
    questions: [...householdQuestions, question({ path: '/data/x', type: 'text' })],
    form: { taker: 'nobody.knows', takenAt: 'receipt' },
  })
  const { id } = await plantSubmission(test, form, filled([4]))
  await lookAll()
  expect((await found(id)).map(({ code }) => code)).toEqual(['forms.not-taken'])
})
