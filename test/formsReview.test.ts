/** What a reviewer does with what the field sent, over the real routes: find, look, approve, send back, correct, note, answer doubts; and what stays for ever. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { SubmissionFinding } from '../src/kernel/forms/answer.ts'
import { FieldList, ListItem } from '../src/kernel/forms/list.ts'
import { Quarantine } from '../src/kernel/forms/submission.ts'
import { act, asOwner, type Db, type Domain, insertRow, type RowOf, refuse, refused, type Taker, updateRow } from '../src/kernel/index.ts'
import { filled, type PlantedForm, plantForm, plantSubmission } from './support/plantedForms.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let list = ''

const fallen = async (db: Db, root: string) =>
  (await db.one<{ id: string }>(sql`select id from forms.list_item where entity = ${root} and deleted_at is not null`))?.id

/** The least that a domain's taker does: one row for a submission, made the first time and changed the second. */
const toItem: Taker = {
  name: 'trial.item',
  about: { pt: 'Um item', en: 'An item' },
  async take(db, _house, { root, answers, scope }, before) {
    const total = String(answers.answers.total ?? '')
    if (total === '13') return refused(refuse('forms.correction-wrong-kind', { question: 'total', kind: 'integer' }))
    const sizes = (answers.repeats['/data/af'] ?? []).map((turn) => turn.answers.n).join(' ')
    const known = before.find(({ record }) => record === ListItem.name)?.id ?? (await fallen(db, root))
    const values = { label: total, properties: { sizes }, deletedAt: null }
    const row = known ? await updateRow(db, ListItem, known, values) : await insertRow(db, ListItem, { scope, list, entity: root, itemVersion: 1, ...values })
    return [{ record: ListItem.name, id: row!.id, paths: { label: '/data/total' } }]
  },
  async takeBack(db, _house, _submission, before) {
    for (const { id } of before) {
      const item = await updateRow(db, ListItem, id, { deletedAt: new Date().toISOString() })
      if (item!.label === '99') return refused(refuse('forms.item-unusable', { list: 'trial', problem: 'x', entity: id }))
    }
    return null
  },
}
const trial: Domain = { name: 'trial', serves: ['FA15.B'], records: [], takers: [toItem] }

let test: TestHouse
let form: PlantedForm
beforeAll(async () => {
  test = await openTestHouse({ domains: [...everyDomain, trial] })
})
afterAll(() => test?.close())
beforeEach(async () => {
  form = await plantForm(test, { form: { taker: 'trial.item' } })
  list = (await insertRow(owner(), FieldList, { scope: 'MZ', project: form.project, code: 'trial', properties: [], approvalNeeded: false })).id
})

const owner = () => asOwner(test.house.doors)
const base = '/api/forms/review'
type Answered = { status: number; body: Record<string, never> & { refusals?: { code: string }[] }; text: string }
const post = async (who: 'bento' | 'carla' | 'celia' | 'ana' | 'public', url: string, payload: object = {}) =>
  (await test.ask(who, { method: 'POST', url: `${base}${url}`, payload })) as unknown as Answered
const get = async <T>(url: string, who: 'bento' | 'celia' = 'bento') => (await test.ask(who, { method: 'GET', url: `${base}${url}` })).body as unknown as T
const stateOf = async (id: string) => (await owner().one<{ state: string }>(sql`select state from forms.standing where submission = ${id}`))!.state
const flag = (submission: string, path: string, code = 'forms.required') =>
  insertRow(owner(), SubmissionFinding, { scope: 'MZ010902', submission, path, code, severity: 'warning', facts: {}, state: 'open' })
const flagged = async (submission: string, path: string) => {
  const { id } = await flag(submission, path)
  await owner().run(sql`update forms.standing set open_findings = open_findings + 1 where current = ${submission}`)
  return id
}

describe('the queue', () => {
  type Queue = { lines: { submission: string; openFindings: number; sentBy: string }[]; next: string | null }

  it('shows flagged submissions first, and page by page each one exactly once', async () => {
    const ids: string[] = []
    for (let n = 1; n <= 7; n++) ids.push((await plantSubmission(test, form, filled([n]))).id)
    await flagged(ids[2]!, '/data/place')
    const seen: string[] = []
    let next: string | null = null
    do {
      const page: Queue = await get<Queue>(`?form=${form.form}&limit=3${next ? `&after=${next}` : ''}`)
      seen.push(...page.lines.map(({ submission }) => submission))
      next = page.next
    } while (next)
    expect(seen[0]).toBe(ids[2])
    expect(seen.toSorted()).toEqual(ids.toSorted())
  })

  it('is filtered by any answer, also inside repeats, and by flag, state and place', async () => {
    const small = await plantSubmission(test, form, filled([2, 3]))
    const large = await plantSubmission(test, form, filled([12]), { scope: 'MZ070101' })
    await flagged(large.id, '/data/total')
    const found = async (query: string) => (await get<Queue>(`?form=${form.form}&${query}`)).lines.map(({ submission }) => submission)
    expect(await found(`filter=${encodeURIComponent('total ge 6')}`)).toEqual([large.id])
    expect(await found(`filter=${encodeURIComponent('af/n eq 3')}`)).toEqual([small.id])
    expect(await found(`filter=${encodeURIComponent("contains(af/head, 'Head 2')")}`)).toEqual([small.id])
    expect(await found('flag=forms.required')).toEqual([large.id])
    expect(await found('place=MZ07')).toEqual([large.id])
    expect(await found('state=approved')).toEqual([])
  })

  it('refuses a filter that it cannot read, and a question that the form does not have', async () => {
    const refusedFor = async (filter: string) =>
      (
        (await test.ask('bento', { method: 'GET', url: `${base}?form=${form.form}&filter=${encodeURIComponent(filter)}` })).body as unknown as {
          refusals: { code: string }[]
        }
      ).refusals[0]!.code
    expect(await refusedFor('total gt')).toBe('forms.filter-unreadable')
    expect(await refusedFor('total gt 3; drop table forms.form')).toBe('forms.filter-unreadable')
    expect(await refusedFor('age gt 3')).toBe('forms.filter-unknown-question')
  })
})

describe('a decision', () => {
  it('is not for whoever sent it, unless the form allows it', async () => {
    const own = await plantSubmission(test, form, filled([1]), { by: 'bento' })
    expect((await post('bento', `/${own.id}/approve`)).body.refusals![0]!.code).toBe('forms.own-submission')
    expect((await post('carla', `/${own.id}/approve`)).status).toBe(200)
    const lenient = await plantForm(test, { form: { makerChecker: false } })
    const other = await plantSubmission(test, lenient, filled([1]), { by: 'bento' })
    expect((await post('bento', `/${other.id}/approve`)).status).toBe(200)
  })

  it('is refused to those who only read, to the field and to the public', async () => {
    const { id } = await plantSubmission(test, form, filled([1]))
    for (const who of ['celia', 'ana'] as const) expect((await post(who, `/${id}/approve`)).status).toBe(403)
    expect((await post('public', `/${id}/approve`)).status).toBe(401)
    expect(await stateOf(id)).toBe('received')
  })

  it('on many at once leaves out the flagged ones and says which', async () => {
    const [plain, doubted] = [await plantSubmission(test, form, filled([1])), await plantSubmission(test, form, filled([2]))]
    await flagged(doubted.id, '/data/total')
    const { body } = await post('bento', '/approve', { submissions: [plain.id, doubted.id] })
    expect(body.approved).toEqual([plain.id])
    expect((body.left as unknown as { submission: string; refusals: { code: string }[] }[])[0]).toMatchObject({
      submission: doubted.id,
      refusals: [{ code: 'forms.open-findings' }],
    })
    expect(await stateOf(doubted.id)).toBe('received')
    expect((await post('bento', `/${doubted.id}/approve`)).status).toBe(200)
  })

  it('sends back with a reason, and without one not at all', async () => {
    const { id } = await plantSubmission(test, form, filled([1]))
    expect((await post('bento', `/${id}/reject`, { reason: ' ' })).status).toBe(400)
    expect((await post('bento', `/${id}/reject`, { reason: 'Which site?' })).status).toBe(200)
    expect(await stateOf(id)).toBe('rejected')
    const told = await owner().one<{ n: number }>(sql`select count(*) as n from kernel.change where topic = 'submission' and record_id = ${id}`)
    expect(told!.n).toBe(1)
  })
})

describe('approved answers', () => {
  const records = (root: string) =>
    owner().rows<{ label: string; version: number; properties: { sizes: string } }>(
      sql`select label, version, properties from forms.list_item where entity = ${root}`,
    )

  it('become a record in the same transaction, which remembers where it came from', async () => {
    const { id } = await plantSubmission(test, form, filled([4, 3]))
    expect((await post('bento', `/${id}/approve`)).body.records).toBe(1)
    expect(await records(id)).toEqual([{ label: '7', version: 1, properties: { sizes: '4 3' } }])
    const origin = await owner().one(sql`select instance, form_version, paths, times from forms.origin where submission = ${id}`)
    expect(origin).toEqual({ instance: id, formVersion: form.version, paths: { label: '/data/total' }, times: 1 })
  })

  it('make a new version of that record after an edit, never a second one', async () => {
    const { id } = await plantSubmission(test, form, filled([4]))
    await post('bento', `/${id}/approve`)
    const edit = await plantSubmission(test, form, filled([5]), { edits: id })
    expect((await post('bento', `/${id}/approve`)).status).toBe(200)
    expect(await records(id)).toEqual([{ label: '5', version: 2, properties: { sizes: '5' } }])
    expect(await owner().one(sql`select instance, times from forms.origin where submission = ${id}`)).toEqual({ instance: edit.id, times: 2 })
  })

  it('leave nothing behind when the domain refuses them', async () => {
    const { id } = await plantSubmission(test, form, filled([13]))
    expect((await post('bento', `/${id}/approve`)).status).toBe(422)
    expect(await stateOf(id)).toBe('received')
    expect(await records(id)).toEqual([])
  })

  it('follow a correction that comes later', async () => {
    const { id } = await plantSubmission(test, form, filled([4]))
    await post('bento', `/${id}/approve`)
    await post('carla', `/${id}/correct`, { path: '/data/af/n', turn: 1, changeType: 'change_response', after: '6', reason: 'called back' })
    expect((await records(id))[0]!.properties.sizes).toBe('6')
  })
})

describe('what approved answers became', () => {
  const gone = async (root: string) =>
    (await owner().rows<{ gone: boolean }>(sql`select deleted_at is not null as gone from forms.list_item where entity = ${root}`)).map((row) => row.gone)
  const approvedOne = async (sizes: number[]) => {
    const { id } = await plantSubmission(test, form, filled(sizes))
    expect((await post('bento', `/${id}/approve`)).status).toBe(200)
    expect(await gone(id)).toEqual([false])
    return id
  }

  it('is taken back when the submission is rejected after all, and remembered as taken back', async () => {
    const id = await approvedOne([4])
    expect((await post('carla', `/${id}/reject`, { reason: 'Another site' })).status).toBe(200)
    expect(await gone(id)).toEqual([true])
    expect(await owner().rows(sql`select times from forms.origin where submission = ${id} and taken_back_at is not null`)).toEqual([{ times: 1 }])
  })

  it('is taken back when an edit of it is rejected, when a doubt sends it back, and when it is taken out', async () => {
    const [edited, doubted, removed] = [await approvedOne([4]), await approvedOne([5]), await approvedOne([6])]
    await plantSubmission(test, form, filled([7]), { edits: edited })
    expect(await gone(edited)).toEqual([false])
    await post('bento', `/${edited}/reject`, { reason: 'Neither of the two' })
    await post('bento', `/findings/${await flagged(doubted, '/data/total')}/answer`, { state: 'returned', answer: 'Count again' })
    await post('bento', `/${removed}/correct`, { changeType: 'remove_survey', reason: 'no consent' })
    expect([await gone(edited), await gone(doubted), await gone(removed)]).toEqual([[true], [true], [true]])
    expect(await stateOf(removed)).toBe('withdrawn')
  })

  it('holds the decision back when the domain cannot take it back', async () => {
    const id = await approvedOne([49, 50])
    expect((await post('bento', `/${id}/reject`, { reason: 'No' })).body.refusals![0]!.code).toBe('forms.item-unusable')
    expect([await stateOf(id), await gone(id)]).toEqual(['approved', [false]])
  })

  it('is made again when the submission is approved again', async () => {
    const id = await approvedOne([4])
    await post('bento', `/${id}/reject`, { reason: 'Sure?' })
    expect((await post('carla', `/${id}/approve`)).body.records).toBe(1)
    expect(await owner().rows(sql`select 1 from forms.origin where submission = ${id} and taken_back_at is null`)).toHaveLength(1)
  })
})

describe('a correction', () => {
  type One = {
    rows: { repeat: string; turn: number; answers: Record<string, unknown>; differs: Record<string, string> }[]
    standing: { state: string; openFindings: number }
  }

  it('stands beside the answer as it was sent, with its reason, and the value says which of the three it is', async () => {
    const { id } = await plantSubmission(test, form, filled([4, 70]))
    await plantSubmission(test, form, filled([5, 70]), { edits: id })
    await flagged((await owner().one<{ current: string }>(sql`select current from forms.standing where submission = ${id}`))!.current, '/data/af/n')
    expect((await post('bento', `/${id}/correct`, { path: '/data/af/n', turn: 2, changeType: 'change_response', after: '7', reason: 'typing' })).status).toBe(
      200,
    )
    const one = await get<One>(`/${id}`)
    const turns = one.rows.filter(({ repeat }) => repeat === '/data/af')
    expect(turns.map(({ answers, differs }) => [answers.n, differs.n ?? 'original'])).toEqual([
      [5, 'edited'],
      [7, 'corrected'],
    ])
    expect(one.standing.openFindings).toBe(0)
    const kept = await owner().rows<{ before: number; after: number; reason: string }>(
      sql`select c.before, c.after, c.reason from forms.correction c join forms.standing st on st.current = c.submission where st.submission = ${id}`,
    )
    expect(kept).toEqual([{ before: 70, after: 7, reason: 'typing' }])
    expect(
      await owner().one(sql`select answers from forms.answers a join forms.standing st on st.current = a.submission where st.submission = ${id} and turn = 2`),
    ).toEqual({
      answers: { n: 70, head: 'Head 2' },
    })
    const rewriting = act(test.house.doors, test.actor('bento'), (db) => db.run(sql`update forms.correction set reason = 'x'`))
    await expect(rewriting).rejects.toThrow(/permission denied/)
  })

  it('is refused without a reason, to a value of another kind, and to a turn that is not there', async () => {
    const { id } = await plantSubmission(test, form, filled([4]))
    const answered = async (payload: object) =>
      await post('bento', `/${id}/correct`, { path: '/data/af/n', turn: 1, changeType: 'change_response', after: '5', reason: 'r', ...payload })
    expect((await answered({ reason: '' })).status).toBe(400)
    expect((await answered({ after: 'many' })).body.refusals![0]!.code).toBe('forms.correction-wrong-kind')
    expect((await answered({ turn: 9 })).body.refusals![0]!.code).toBe('forms.turn-unknown')
    expect((await answered({ path: '/data/needs', turn: 0, after: 'food gold' })).body.refusals![0]!.code).toBe('forms.correction-wrong-kind')
  })

  it('takes a whole submission out, which stays readable', async () => {
    const { id } = await plantSubmission(test, form, filled([4]))
    expect((await post('bento', `/${id}/correct`, { changeType: 'remove_survey', reason: 'no consent' })).status).toBe(200)
    expect((await get<One>(`/${id}`)).standing.state).toBe('withdrawn')
  })

  it('is exported in the layout that cleaning teams use', async () => {
    const { id } = await plantSubmission(test, form, filled([4]), { instanceId: 'uuid:11111111-1111-4111-8111-111111111111' })
    await post('bento', `/${id}/correct`, { path: '/data/af/n', turn: 1, changeType: 'change_response', after: '5', reason: 'typing', issue: 'outlier' })
    await post('bento', `/${id}/correct`, { path: '/data/place', changeType: 'blank_response', reason: 'wrong place' })
    const { text } = await test.ask('bento', { method: 'GET', url: `${base}/forms/${form.form}/cleaning-log` })
    const lines = text.replace('\ufeff', '').split('\r\n')
    expect(lines[0]).toBe('uuid,question,issue,old_value,new_value,change_type,reason,turn,rule,changed_by,changed_at')
    expect(lines[1]).toMatch(/^11111111-1111-4111-8111-111111111111,n,outlier,4,5,change_response,typing,1,,bento,/)
    expect(lines[2]).toMatch(/^11111111-1111-4111-8111-111111111111,place,,MZ010902,,blank_response,wrong place,,,bento,/)
  })
})

describe('a doubt', () => {
  it('is answered by a confirmation with its reason, once', async () => {
    const { id } = await plantSubmission(test, form, filled([30]))
    const finding = await flagged(id, '/data/total')
    expect((await post('bento', `/findings/${finding}/answer`, { state: 'confirmed', answer: 'A school' })).status).toBe(200)
    expect((await post('bento', `/findings/${finding}/answer`, { state: 'confirmed', answer: 'Again' })).body.refusals![0]!.code).toBe('forms.finding-answered')
    expect((await get<{ standing: { openFindings: number } }>(`/${id}`)).standing.openFindings).toBe(0)
  })

  it('sends the submission back when it is returned', async () => {
    const { id } = await plantSubmission(test, form, filled([30]))
    const finding = await flagged(id, '/data/total')
    await post('bento', `/findings/${finding}/answer`, { state: 'returned', answer: 'Count again' })
    expect(await stateOf(id)).toBe('rejected')
  })
})

describe('the history', () => {
  it('tells every deed in order, an edit with its differences path by path, and leaves audit lines without answers', async () => {
    const { id } = await plantSubmission(test, form, filled([4]))
    await post('bento', `/${id}/notes`, { path: '/data/total', words: 'Sure?' })
    await post('bento', `/${id}/reject`, { reason: 'Count again' })
    await plantSubmission(test, form, filled([5]), { edits: id })
    await post('bento', `/${id}/correct`, { path: '/data/place', changeType: 'change_response', after: 'MZ010903', reason: 'typing' })
    await post('carla', `/${id}/approve`)
    const { events } = await get<{ events: { deed: string; by: string; facts: { changes?: unknown } }[] }>(`/${id}/history`)
    expect(events.map(({ deed, by }) => [deed, by])).toEqual([
      ['received', 'ana'],
      ['noted', 'bento'],
      ['reject', 'bento'],
      ['edited', 'ana'],
      ['corrected', 'bento'],
      ['approve', 'carla'],
    ])
    expect(events[3]!.facts.changes).toEqual([
      { path: '/data/af/n', before: '4', after: '5' },
      { path: '/data/total', before: '4', after: '5' },
    ])
    const lines = await owner().rows<{ facts: object }>(sql`select facts from kernel.audit where record like 'forms.%'`)
    expect(JSON.stringify(lines)).not.toContain('MZ010903')
  })
})

describe('what was kept aside', () => {
  const aside = async (sibling: string | null, xml: string, more: Partial<RowOf<typeof Quarantine>> = {}) =>
    (
      await insertRow(owner(), Quarantine, {
        ...{
          scope: 'MZ010902',
          project: form.project,
          formCode: form.code,
          formVersionName: 'v1',
          instanceId: `uuid:${Math.random()}`,
          reason: 'other-content',
          sibling,
          xml,
        },
        ...{ payloadHash: 'a'.repeat(64), filesHash: '-', files: [] },
        ...more,
      })
    ).id

  it('becomes an edit of its twin when it is taken, and nothing when the other is kept', async () => {
    const { id } = await plantSubmission(test, form, filled([4]))
    const [taken, left] = [await aside(id, filled([9])), await aside(id, filled([8]))]
    expect((await post('bento', `/quarantine/${left}/decide`, { decision: 'kept-other' })).status).toBe(200)
    expect((await post('bento', `/quarantine/${taken}/decide`, { decision: 'taken' })).body.submission).toBe(id)
    expect((await post('bento', `/quarantine/${taken}/decide`, { decision: 'withdrawn' })).body.refusals![0]!.code).toBe('forms.quarantine-decided')
    const { rows } = await get<{ rows: { answers: { total?: number } }[] }>(`/${id}`)
    expect(rows[0]!.answers.total).toBe(9)
    expect(await stateOf(id)).toBe('edited')
  })

  it('becomes a submission of its own when it has no twin', async () => {
    const { body } = await post('bento', `/quarantine/${await aside(null, filled([2]))}/decide`, { decision: 'taken' })
    expect(await stateOf(String(body.submission))).toBe('received')
  })

  it('is not counted a second time when the very same document was accepted meanwhile: it only gives its files', async () => {
    const instanceId = 'uuid:accepted-meanwhile'
    const { id } = await plantSubmission(test, form, filled([4]), { instanceId, files: [{ name: '1.jpg', sha256: null }] })
    const { payloadHash } = (await owner().one<{ payloadHash: string }>(sql`select payload_hash from forms.submission where id = ${id}`))!
    const photo = { name: '1.jpg', sha256: 'b'.repeat(64), bytes: 3 }
    const twice = await aside(null, filled([4]), { instanceId, payloadHash, files: [photo], reason: 'device-revoked' })
    expect((await post('bento', `/quarantine/${twice}/decide`, { decision: 'taken' })).body.submission).toBe(id)
    expect(await owner().rows(sql`select files_missing from forms.standing where form = ${form.form}`)).toEqual([{ filesMissing: 0 }])
    expect(await owner().rows(sql`select sha256 from forms.submission_file where submission = ${id}`)).toEqual([{ sha256: photo.sha256 }])
  })

  it('becomes an edit of what it replaces, though that came after it', async () => {
    const edit = filled([9], '<meta><instanceID>uuid:edit-first</instanceID><deprecatedID>uuid:came-later</deprecatedID></meta>')
    const early = await aside(null, edit, { instanceId: 'uuid:edit-first', reason: 'edit-of-unknown' })
    const { id } = await plantSubmission(test, form, filled([4]), { instanceId: 'uuid:came-later' })
    expect((await post('bento', `/quarantine/${early}/decide`, { decision: 'taken' })).body.submission).toBe(id)
    expect(await owner().rows(sql`select state from forms.standing where form = ${form.form}`)).toEqual([{ state: 'edited' }])
  })
})
