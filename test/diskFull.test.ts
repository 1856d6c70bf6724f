/** Fault matrix 3 and 4: the disk of the files is full, really full. What does not fit is refused with a time to come back, everything else goes on. */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countOf, type FieldWork, filled, layFieldWork, layKey, layPhone } from './support/fieldWork.ts'
import { multipart } from './support/openRosaClient.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

// Only who may mount can fill a disk of his own.
describe.skipIf(process.getuid?.() !== 0)('3, 4: with a full disk for files', () => {
  let test: TestHouse
  let work: FieldWork
  let key: string
  let folder: string
  beforeAll(async () => {
    test = await openTestHouse()
    work = await layFieldWork(test)
    key = await layKey(test, await layPhone(test, work, null))
    folder = join(test.house.dataFolder, 'files')
    await mkdir(folder, { recursive: true })
    expect(mounted(folder)).toBe(true)
    await writeFile(join(folder, 'ballast'), Buffer.alloc(900_000))
  })
  afterAll(async () => {
    execFileSync('umount', [folder], { stdio: 'ignore' })
    await test?.close()
  })

  const ask = (method: 'HEAD' | 'PATCH' | 'POST', url: string, payload: Buffer | object, headers: Record<string, string> = {}) =>
    test.server.inject({ method, url, payload, headers: { authorization: `Bearer ${key}`, ...headers } })
  const patch = (bytes: Buffer, from: number) =>
    ask('PATCH', `/sync/blob/${sha256(bytes)}`, bytes.subarray(from), {
      'content-type': 'application/octet-stream',
      'upload-offset': String(from),
      'upload-length': String(bytes.length),
    })
  const leftovers = async () => (await readdir(folder)).filter((name) => name !== 'ballast' && !/^[0-9a-f]{2}$/.test(name))

  it('keeps the answers, lets the photo wait on its phone, and takes the rest of it when there is room', async () => {
    const photo = randomBytes(400_000)
    const { xml, instanceId } = filled({ photos: ['1.jpg'] })
    const files = [{ name: '1.jpg', sha256: sha256(photo), bytes: photo.length }]
    const push = async () =>
      (await ask('POST', '/sync/push', { envelopes: [{ form: 'site_visit', version: '3', instanceId, xml, files }] })).json().answers[0] as {
        outcome: string
        missing: string[]
      }
    expect(await push()).toMatchObject({ outcome: 'stored', missing: ['1.jpg'] })
    const full = await patch(photo, 0)
    expect([full.statusCode, full.json().refusals[0].code]).toEqual([507, 'http.disk-full'])
    expect(await test.house.files.size(sha256(photo))).toBeNull()
    const offset = Number((await ask('HEAD', `/sync/blob/${sha256(photo)}`, {})).headers['upload-offset'])
    expect(offset).toBeLessThan(photo.length)
    expect(await push(), 'nothing is signed as complete').toMatchObject({ outcome: 'stored', missing: ['1.jpg'] })
    expect((await test.ask('bento', { url: '/api/forms/devices' })).status, 'reading goes on').toBe(200)
    await rm(join(folder, 'ballast'))
    expect((await patch(photo, offset)).json()).toEqual({ offset: photo.length, whole: true })
    expect(await push()).toMatchObject({ outcome: 'complete', missing: [] })
    expect(await test.house.files.get(sha256(photo))).toEqual(photo)
    await writeFile(join(folder, 'ballast'), Buffer.alloc(500_000))
  })

  it('tells a collection program to come again, and keeps neither half a photo nor its form', async () => {
    const before = await countOf(test, 'forms.submission')
    const { xml } = filled({ photos: ['2.jpg'] })
    const { body, type } = multipart([
      { name: 'xml_submission_file', fileName: 'submission.xml', type: 'text/xml', content: xml },
      { name: '2.jpg', fileName: '2.jpg', type: 'image/jpeg', content: randomBytes(600_000) },
    ])
    const answer = await test.server.inject({
      method: 'POST',
      url: `/v1/key/${key}/projects/${work.project}/submission`,
      payload: body,
      headers: { 'content-type': type },
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(500)
    expect(await countOf(test, 'forms.submission')).toBe(before)
    await expect(test.house.files.put(randomBytes(600_000))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await leftovers()).toEqual([])
  })
})
