/** What a reviewer looks at beside the answers: the queue by what somebody answered, and the files that came with a submission. */

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FilterQuestion } from '../src/faces/desk/api/review.ts'
import { type Comparison, filterText } from '../src/faces/desk/screens/forms/review/answerAsked.ts'
import { asOwner } from '../src/kernel/index.ts'
import { filled, type PlantedForm, plantForm, plantSubmission } from './support/plantedForms.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let form: PlantedForm
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())
beforeEach(async () => {
  form = await plantForm(test)
})

const base = '/api/forms/review'
const get = async <T>(url: string, who: 'bento' | 'celia' = 'bento') => (await test.ask(who, { method: 'GET', url: `${base}${url}` })).body as unknown as T

describe('the queue', () => {
  it('says by which questions it can be filtered, and asks of free text only whether it was answered', async () => {
    type Known = { questions: { path: string; asks: string; inRepeat: boolean }[] }
    const { questions } = await get<Known>(`/forms/${form.form}/questions`)
    const asks = Object.fromEntries(questions.map(({ path, asks }) => [path, asks]))
    expect(asks).toMatchObject({ day: 'day', needs: 'choices', cost: 'number', 'af/n': 'number', 'af/head': 'presence', photo: 'presence' })
    expect(questions.find(({ path }) => path === 'af/n')?.inRepeat).toBe(true)
    expect((await test.ask('celia', { method: 'GET', url: `${base}/forms/${form.form}/questions` })).status).toBe(200)
    expect((await test.ask('ana', { method: 'GET', url: `${base}/forms/${form.form}/questions` })).status).toBe(403)
  })

  it('is filtered by every comparison that the desk writes, a chosen code never by a part of another', async () => {
    const water = await plantSubmission(test, form, filled([2, 7], '<needs>food water</needs>'))
    const part = await plantSubmission(test, form, filled([3], '<needs>waterpoint</needs>'))
    const none = await plantSubmission(test, form, filled([4]))
    const { questions } = await get<{ questions: FilterQuestion[] }>(`/forms/${form.form}/questions`)
    const found = async (question: string, is: Comparison, value = '') => {
      const filter = encodeURIComponent(filterText({ question, is, value }, questions))
      return new Set((await get<{ lines: { submission: string }[] }>(`?form=${form.form}&filter=${filter}`)).lines.map(({ submission }) => submission))
    }
    expect(await found('needs', 'includes', 'water')).toEqual(new Set([water.id]))
    expect(await found('needs', 'excludes', 'water')).toEqual(new Set([part.id, none.id]))
    expect(await found('needs', 'empty')).toEqual(new Set([none.id]))
    expect(await found('af/n', 'isNot', '7')).toEqual(new Set([part.id, none.id]))
    expect(await found('total', 'atMost', '3')).toEqual(new Set([part.id]))
    expect((await found('day', 'until', '2026-02-28')).size).toBe(0)
    expect((await found('day', 'until', '2026-03-01')).size).toBe(3)
  })
})

describe('a file that came with it', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const plant = async (planted: PlantedForm, content: Buffer) => {
    const { sha256 } = await test.house.files.put(content)
    const files = [{ name: 'casa.jpg', sha256 }]
    const { id } = await plantSubmission(test, planted, filled([2], '<photo>casa.jpg</photo>'), { files })
    const shown = await get<{ files: { id: string }[]; mayOpenFiles: boolean }>(`/${id}`)
    return { id, url: `${base}/${id}/files/${shown.files[0]!.id}` }
  }
  const fetched = (who: 'bento' | 'celia' | 'ana' | 'public', url: string) => test.ask(who, { method: 'GET', url })

  it('opens as the picture that it is and is kept nowhere on its way', async () => {
    const { url } = await plant(form, png)
    const answer = await fetched('celia', url)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(Number(answer.headers['content-length'])).toBe(png.length)
    expect((await fetched('ana', url)).status).toBe(403)
    expect((await fetched('public', url)).status).toBe(401)
  })

  it('is never shown as a page, whatever it is called', async () => {
    const { url } = await plant(form, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))
    const answer = await fetched('bento', url)
    expect(answer.headers['content-type']).toBe('application/octet-stream')
    expect(answer.headers['content-disposition']).toMatch(/^attachment/)
  })

  it('opens of a restricted form only for those who decide, of a protected one not at all for others, and not under another submission', async () => {
    const restricted = await plantForm(test, { form: { restricted: true } })
    const { id, url } = await plant(restricted, png)
    expect((await fetched('bento', url)).status).toBe(200)
    expect(await get<{ mayOpenFiles: boolean }>(`/${id}`, 'celia')).toMatchObject({ mayOpenFiles: false })
    const closed = await fetched('celia', url)
    expect(closed.status).toBe(422)
    expect((closed.body as unknown as { refusals: { code: string }[] }).refusals[0]!.code).toBe('forms.file-restricted')
    const other = await plantSubmission(test, form, filled([1]))
    expect((await fetched('bento', url.replace(id, other.id))).status).toBe(404)
    await asOwner(test.house.doors).run(sql`update forms.standing set class = 3 where submission = ${id}`)
    expect((await fetched('celia', url)).status).toBe(404)
  })
})
