/**
 * What ODK Collect and KoboCollect meet, as black-box HTTP over a server that listens: every row of the behaviours that clients of ODK Central rely on. Where
 * we differ, docs/decisions says why.
 */
import { inflateSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseReceipt, receiptHolds } from '../src/engines/instance/index.ts'
import { collectSettings } from '../src/kernel/forms/devices.ts'
import { FormAttachment } from '../src/kernel/forms/form.ts'
import { FieldList, ListItem } from '../src/kernel/forms/list.ts'
import { asOwner, insertRow, setPassword } from '../src/kernel/index.ts'
import { serve } from '../src/serve.ts'
import { countOf, type FieldWork, filled, layFieldWork } from './support/fieldWork.ts'
import { call, multipart, post } from './support/openRosaClient.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let work: FieldWork
let base: string
let key: string
let device: string
let full: string
let short: string
const owner = () => asOwner(test.house.doors)

const makeDevice = async (more: object = {}) => {
  const answer = await test.ask('bento', {
    method: 'POST',
    url: '/api/forms/devices',
    payload: { project: work.project, label: 'Telefone 1', areas: ['MZ01'], ...more },
  })
  expect(answer.status).toBe(200)
  return answer.body as { id: string; key: string; settings: string; enrolment: string; addresses: { collect: string; field: string } }
}

beforeAll(async () => {
  test = await openTestHouse({ behindProxy: true })
  work = await layFieldWork(test)
  const made = await makeDevice({ person: test.people.ana.id })
  key = made.key
  device = made.id
  full = `/v1/key/${key}/projects/${work.project}`
  short = `/key/${key}`
  base = (await test.server.listen({ port: 0, host: '127.0.0.1' })).replace('localhost', '127.0.0.1')
})
afterAll(() => test?.close())

const get = (path: string, headers: Record<string, string> = {}) => call(base, path, { headers })
const https = { 'x-forwarded-proto': 'https' }

describe('the key of a phone', () => {
  it('is given once, as two codes: for Collect its settings, for the field app an address that keeps the key from every server on the way', async () => {
    const made = await makeDevice({ label: 'Telemóvel da Ana' })
    const settings = JSON.parse(inflateSync(Buffer.from(collectSettings(made.addresses.collect, { name: 'Operação', training: false }), 'base64')).toString())
    expect(settings.general.server_url).toBe(`http://localhost:80/v1/key/${made.key}/projects/${work.project}`)
    expect(Object.keys(settings)).toEqual(['general', 'project', 'admin'])
    const { hash, pathname } = new URL(made.addresses.field)
    const { x, y } = test.house.keyring.receiptKey.jwk
    expect(pathname).toBe('/field/')
    expect(JSON.parse(Buffer.from(hash.slice(1), 'base64url').toString())).toEqual({
      a: 'http://localhost:80',
      k: made.key,
      p: work.project,
      r: { x, y },
      n: 'Telemóvel da Ana',
    })
    for (const code of [made.settings, made.enrolment]) expect(code).toMatch(/^data:image\/png;base64,/)
    const dump = JSON.stringify(await owner().rows(sql`select d.*, s.hash from forms.device d join kernel.device_secret s on s.device = d.id`))
    expect(dump).not.toContain(made.key)
  })

  it('opens no more than its maker has', async () => {
    const elsewhere = await test.ask('bento', { method: 'POST', url: '/api/forms/devices', payload: { project: work.project, label: 'x', areas: [] } })
    expect(elsewhere.status).toBe(400)
    expect((await test.ask('ana', { method: 'POST', url: '/api/forms/devices', payload: { project: work.project, label: 'x', areas: ['MZ01'] } })).status).toBe(
      403,
    )
  })
})

describe('the door', () => {
  it('tells how much it takes, before anything is sent', async () => {
    for (const path of [full, short]) {
      const answer = await call(base, `${path}/submission`, { method: 'HEAD' })
      expect(answer.status).toBe(204)
      expect(answer.headers).toMatchObject({ 'x-openrosa-version': '1.0', 'x-openrosa-accept-content-length': String(100 * 1024 * 1024) })
    }
  })

  it('asks who is there with 401 and how to say it; a wrong key is 403', async () => {
    const nobody = await get(`/v1/projects/${work.project}/formList`)
    expect([nobody.status, nobody.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Capulana"'])
    const secure = await get(`/v1/projects/${work.project}/formList`, https)
    expect([secure.status, secure.headers['www-authenticate']]).toEqual([401, 'Basic realm="Capulana", charset="UTF-8"'])
    for (const wrong of ['dev_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'x', `${key}x`]) {
      const answer = await get(`/v1/key/${wrong}/projects/${work.project}/formList`, { 'accept-language': 'en' })
      expect([answer.status, answer.headers['content-type']], wrong).toEqual([403, 'text/xml; charset=utf-8'])
      expect(answer.text).toContain('This phone key is not known')
    }
    expect((await post(base, '/key/wrong/submission', { xml: filled().xml })).status).toBe(403)
    expect((await get(`/v1/key/${key}/projects/${work.project + 1}/formList`)).status, 'another project').toBe(403)
  })

  it('is shut to a key that was revoked, or has run out, at once', async () => {
    const { id, key: other } = await makeDevice()
    expect((await get(`/key/${other}/formList`)).status).toBe(200)
    expect((await test.ask('bento', { method: 'POST', url: `/api/forms/devices/${id}/revoke` })).status).toBe(200)
    const shut = await get(`/key/${other}/formList`)
    expect([shut.status, shut.text.includes('já não vale')]).toEqual([403, true])
    expect((await post(base, `/key/${other}/submission`, { xml: filled().xml })).status).toBe(403)
    const { id: late, key: old } = await makeDevice()
    await owner().run(sql`update forms.device set expires_at = now() - interval '1 second' where id = ${late}`)
    expect((await get(`/key/${old}/formList`)).status).toBe(403)
  })

  it('takes name and passphrase over TLS only, and no second time the long way', async () => {
    await setPassword(test.house.doors, test.people.ana.id, 'uma frase bem comprida')
    await owner().run(
      sql`insert into forms.assignment (scope, of_project, target_kind, target) values ('MZ', ${work.projectId}, 'person', ${test.people.ana.id})`,
    )
    const authorization = `Basic ${Buffer.from('ana@capulana.test:uma frase bem comprida').toString('base64')}`
    const path = `/v1/projects/${work.project}/formList`
    const plain = await get(path, { authorization })
    expect([plain.status, plain.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Capulana"'])
    const first = await get(path, { authorization, ...https })
    expect([first.status, first.text.includes('site_visit')]).toEqual([200, true])
    const lines = () => countOf(test, 'kernel.audit', `deed = 'sign-in.passphrase' and who = '${test.people.ana.id}'`)
    const proven = await lines()
    for (let n = 0; n < 5; n++) expect((await get(path, { authorization, ...https })).status).toBe(200)
    expect(await lines()).toBe(proven)
    expect((await get(path, { authorization: `${authorization.slice(0, -3)}A==`, ...https })).status).toBe(401)
    expect((await get('/api/me', { authorization, ...https })).text).not.toContain(test.people.ana.id)
    await setPassword(test.house.doors, test.people.ana.id, 'outra frase bem comprida')
    expect((await get(path, { authorization, ...https })).status, 'a passphrase that was changed').toBe(401)
  })

  it('notes at most once a minute that a key was used, and opens nothing else to it', async () => {
    const lastUse = () => owner().one(sql`select last_used_at, version from forms.device where id = ${device}`)
    await get(`${short}/formList`)
    const before = await lastUse()
    for (let n = 0; n < 5; n++) await get(`${short}/formList`)
    expect(await lastUse()).toEqual(before)
    for (const url of ['/api/forms/devices', '/api/forms/submission', '/api/people', `/v1/projects/${work.project}/formList`])
      expect([401, 403], url).toContain((await get(url, { authorization: `Bearer ${key}` })).status)
  })
})

describe('the list of forms', () => {
  it('names each form with its version, hash and address, in the language of the phone', async () => {
    const { status, text, headers } = await get(`${full}/formList`, { 'accept-language': 'en-GB,en;q=0.9' })
    const [version] = await owner().rows<{ md5: string }>(sql`select md5 from forms.form_version where id = ${work.formVersion}`)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/xml/)
    expect(text).toContain(
      `<formID>site_visit</formID><name>Visit</name><version>3</version><hash>md5:${version!.md5}</hash><downloadUrl>${base}${full}/forms/site_visit.xml?version=3</downloadUrl></xform>`,
    )
    expect((await get(`${short}/formList`)).text).toContain('<name>Visita</name>')
  })

  it('filters by form, tells more when asked, ignores what it does not know', async () => {
    expect((await get(`${full}/formList?formID=site_visit&verbose=true&odd=1`)).text).toContain('<descriptionText>')
    expect((await get(`${full}/formList?formID=other`)).text).not.toContain('<xform>')
    expect((await get(`${full}/formList?listAllVersions=true`)).text).toContain('<version>3</version>')
  })

  it('holds nothing that is closed, a draft, of another project or not assigned', async () => {
    const others = await layFieldWork(test, { code: 'elsewhere' })
    for (const state of ['closed', 'retired', 'draft'] as const) {
      await owner().run(sql`update forms.form set state = ${state}, version = version + 1 where id = ${work.form}`)
      expect((await get(`${full}/formList`)).text, state).not.toContain('<xform>')
      expect((await get(`${full}/forms/site_visit.xml`)).status, state).toBe(404)
    }
    await owner().run(sql`update forms.form set state = 'published', version = version + 1 where id = ${work.form}`)
    expect((await get(`${full}/formList`)).text).not.toContain('elsewhere')
    expect((await get(`${full}/forms/elsewhere.xml`)).status).toBe(404)
    await owner().run(sql`update forms.assignment set of_form = ${others.form} where target = ${device}`)
    await owner().run(sql`delete from forms.assignment where target = ${test.people.ana.id}`)
    expect((await get(`${full}/formList`)).text).not.toContain('<xform>')
    await owner().run(sql`update forms.assignment set of_form = null where target = ${device}`)
    expect((await get(`${full}/formList`)).text).toContain('<xform>')
  })

  it('leads to the form itself', async () => {
    const { status, text, headers } = await get(`${full}/forms/site_visit.xml?version=3`)
    expect([status, headers.etag !== undefined, text.includes('<data id="site_visit" version="3">')]).toEqual([200, true, true])
    expect((await get(`${full}/forms/site_visit.xml?version=99`)).status).toBe(404)
  })

  it('leads to a manifest with files and lists, scoped to the key, and to the state of their items', async () => {
    const stored = await test.house.files.put(Buffer.from('sound'))
    const at = { scope: 'MZ', formVersion: work.formVersion }
    await insertRow(owner(), FormAttachment, { ...at, fileName: 'saudação.mp3', kind: 'file', sha256: stored.sha256, bytes: 5 })
    await insertRow(owner(), FormAttachment, { ...at, fileName: 'late.png', kind: 'file' })
    await insertRow(owner(), FormAttachment, { ...at, fileName: 'sites_own.csv', kind: 'list', list: 'sites_own' })
    const list = await insertRow(owner(), FieldList, { scope: 'MZ', project: work.projectId, code: 'sites_own', properties: ['size'], approvalNeeded: false })
    const item = (entity: string, scope: string) =>
      insertRow(owner(), ListItem, { scope, list: list.id, entity, label: `Local ${entity}`, properties: { size: '4' }, itemVersion: 1 })
    await item('inside', 'MZ0109')
    await item('outside', 'MZ0701')
    expect((await get(`${full}/formList`)).text).toContain(`<manifestUrl>${base}${full}/forms/site_visit/manifest?version=3</manifestUrl>`)
    const manifest = (await get(`${full}/forms/site_visit/manifest?version=3`)).text
    expect(manifest).toContain('<filename>saudação.mp3</filename><hash>md5:')
    expect(manifest).not.toContain('late.png')
    expect(manifest).toMatch(
      /<mediaFile type="entityList"><filename>sites_own.csv<\/filename><hash>md5:[0-9a-f]{32}<\/hash>.*<integrityUrl>[^<]*datasets\/sites_own\/integrity/,
    )
    const address = /<downloadUrl>([^<]*sites_own[^<]*)</.exec(manifest)![1]!.replaceAll('&amp;', '&').replace(base, '')
    expect((await get(address)).text).toBe('name,label,__version,size\ninside,Local inside,1,4\n')
    expect((await get(/<downloadUrl>([^<]*mp3[^<]*)</.exec(manifest)![1]!.replace(base, ''))).text).toBe('sound')
    expect((await get(`${full}/datasets/sites_own/integrity?id=inside,outside,never`)).text).toContain(
      '<entity id="inside"><deleted>false</deleted></entity><entity id="outside"><deleted>true</deleted></entity><entity id="never"><deleted>true</deleted></entity>',
    )
    const hash = () => get(`${full}/forms/site_visit/manifest`).then(({ text }) => /sites_own.csv<\/filename><hash>(md5:\w+)/.exec(text)![1])
    const before = await hash()
    await item('outside 2', 'MZ0702')
    expect(await hash(), 'what this key cannot see changes nothing for it').toBe(before)
    await item('inside 2', 'MZ0109')
    expect(await hash()).not.toBe(before)
  })
})

describe('a submission', () => {
  it('is 201 with a receipt, the second time too, and one record; chunked or not, with the version header or without', async () => {
    const { xml, instanceId } = filled()
    const first = await post(base, `${full}/submission?deviceID=x`, { xml, chunked: true, headers: { 'accept-language': 'en' } })
    expect([first.status, first.text.includes('nature="submit_success"'), first.text.includes('Received and kept')]).toEqual([201, true, true])
    const receipt = JSON.parse(Buffer.from(String(first.headers['x-capulana-receipt']), 'base64url').toString())
    expect(await receiptHolds(receipt, test.house.keyring.receiptKey.jwk)).toBe(true)
    expect(parseReceipt(receipt.text)).toMatchObject({ outcome: 'complete', instanceId, form: 'site_visit' })
    const again = await post(base, `${short}/submission`, { xml, headers: { 'x-openrosa-version': '' } })
    expect([again.status, again.headers['x-capulana-receipt']]).toEqual([201, first.headers['x-capulana-receipt']])
    expect(await countOf(test, 'forms.submission', `instance_id = '${instanceId}' and recorded_by = '${test.people.ana.id}'`)).toBe(1)
  })

  it('with other content under the same id is 409, and the office has both', async () => {
    const { xml, instanceId } = filled({ people: 1 })
    await post(base, `${full}/submission`, { xml })
    const other = await post(base, `${full}/submission`, { xml: filled({ instanceId, people: 2 }).xml })
    expect([other.status, other.text.includes('O escritório tem os dois')]).toEqual([409, true])
    expect(await countOf(test, 'forms.quarantine', `instance_id = '${instanceId}'`)).toBe(1)
  })

  it('of an unknown form or version is 404 with what to do, and keeps nothing', async () => {
    const before = await countOf(test, 'forms.quarantine')
    const version = await post(base, `${full}/submission`, { xml: filled({ version: '99' }).xml, headers: { 'accept-language': 'en' } })
    expect([version.status, version.text.includes('stays on the phone: tell the office')]).toEqual([404, true])
    expect((await post(base, `${full}/submission`, { xml: filled({ code: 'nope' }).xml })).status).toBe(404)
    expect(await countOf(test, 'forms.quarantine')).toBe(before)
  })

  it('that is damaged is 400 with the true reason', async () => {
    const english = { 'accept-language': 'en' }
    const reason = async (given: Parameters<typeof post>[2]) => {
      const answer = await post(base, `${full}/submission`, { ...given, headers: english })
      return `${answer.status} ${/<message[^>]*>([^<]*)/.exec(answer.text)?.[1]}`
    }
    expect(await reason({ xml: '<data id="site_visit"><a></data>' })).toMatch(/^400 The form arrived damaged: line 1, column/)
    expect(await reason({ xml: '<!DOCTYPE data><data id="site_visit"/>' })).toMatch(/^400 .*DOCTYPE/)
    expect(await reason({ xml: '<data/>' })).toMatch(/^400 .*does not say which form/)
    expect(await reason({ xml: Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]) })).toMatch(/^400 .*UTF-8/)
    expect(await reason({ files: [{ name: 'a.jpg', content: 'x' }] })).toMatch(/^400 .*xml_submission_file/)
    const { body, type } = multipart([{ name: 'xml_submission_file', fileName: 'a.xml', content: filled().xml }])
    const send = (sent: Buffer, contentType: string) =>
      call(base, `${full}/submission`, { method: 'POST', body: sent, headers: { 'content-type': contentType, ...english } })
    const cut = await send(body.subarray(0, body.length - 60), type)
    expect([cut.status, cut.text.includes('was cut or damaged')]).toEqual([400, true])
    const unbounded = await send(body, 'multipart/form-data')
    expect([unbounded.status, unbounded.text.includes('was cut or damaged')]).toEqual([400, true])
    for (const odd of ['text/xml', 'application/octet-stream', 'application/json']) {
      const answer = await send(Buffer.from(filled().xml), odd)
      expect([answer.status, answer.headers['content-type']], odd).toEqual([400, 'text/xml; charset=utf-8'])
    }
  })

  it('without an id is given one', async () => {
    const answer = await post(base, `${full}/submission`, { xml: '<data id="site_visit" version="3"><people>4</people></data>' })
    expect(answer.status).toBe(201)
    expect(await countOf(test, 'forms.submission', `xml not like '%instanceID%' and instance_id like 'uuid:%'`)).toBe(1)
  })

  it('is 202 while files are missing; later posts bring them, under names of any script', async () => {
    const names = ['ção 1.jpg', 'صورة.jpg']
    const { xml, instanceId } = filled({ photos: names })
    const first = await post(base, `${full}/submission`, { xml, files: [{ name: names[0]!, content: 'one' }] })
    expect([first.status, first.text.includes(names[1]!)]).toEqual([202, true])
    const second = await post(base, `${full}/submission`, {
      xml,
      files: [
        { name: names[1]!, content: 'two' },
        { name: 'stray.bin', content: 'x' },
      ],
    })
    expect(second.status).toBe(201)
    const files = await owner().rows<{ name: string; bytes: number }>(
      sql`select f.name, f.bytes from forms.submission_file f join forms.submission s on s.id = f.submission where s.instance_id = ${instanceId} order by ordinal`,
    )
    expect(files).toEqual(names.map((name) => ({ name, bytes: 3 })))
  })

  it('that corrects another is 201, 409 when that one was corrected already, 404 when it is unknown, 403 when it is not his', async () => {
    const first = filled()
    await post(base, `${full}/submission`, { xml: first.xml })
    const edit = (people: number, replaces: string) => filled({ people, replaces }).xml
    const other = await makeDevice({ label: 'Telefone 2' })
    expect((await post(base, `/key/${other.key}/submission`, { xml: edit(5, first.instanceId) })).status).toBe(403)
    expect((await post(base, `${full}/submission`, { xml: edit(1, first.instanceId) })).status).toBe(201)
    expect((await post(base, `${full}/submission`, { xml: edit(2, first.instanceId) })).status).toBe(409)
    expect((await post(base, `${full}/submission`, { xml: edit(3, 'uuid:never') })).status).toBe(404)
  })

  it('that is encrypted is kept', async () => {
    const xml = `<data id="site_visit" version="3" encrypted="yes" xmlns="http://opendatakit.org/submissions"><base64EncryptedKey>k</base64EncryptedKey><meta xmlns="http://openrosa.org/xforms"><instanceID>uuid:sealed</instanceID></meta><encryptedXmlFile>submission.xml.enc</encryptedXmlFile></data>`
    expect((await post(base, `${full}/submission`, { xml, files: [{ name: 'submission.xml.enc', content: 'closed' }] })).status).toBe(201)
  })

  it('with a file beyond the limit is 413 and keeps nothing', async () => {
    const { xml, instanceId } = filled({ photos: ['1.jpg'] })
    const answer = await post(base, `${full}/submission`, { xml, files: [{ name: '1.jpg', content: Buffer.alloc(100 * 1024 * 1024 + 1) }] })
    expect([answer.status, answer.text.includes('100 MB')]).toEqual([413, true])
    expect(await countOf(test, 'forms.submission', `instance_id = '${instanceId}'`)).toBe(0)
  })

  it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('3, 4: meets a disk that takes no more (%s) with 500 and the reason, and nothing half stored', async (code) => {
    const refusals = {
      midway: async (content: AsyncIterable<Uint8Array>): Promise<never> => {
        for await (const _ of content);
        throw Object.assign(new Error('no space'), { code })
      },
      // Where not even a name for the file can be made, nothing of it is read.
      atOnce: async (): Promise<never> => {
        throw Object.assign(new Error('no space'), { code })
      },
    }
    const { xml, instanceId } = filled({ photos: ['1.jpg', '2.jpg'] })
    const files = ['1.jpg', '2.jpg'].map((name) => ({ name, content: Buffer.alloc(3_000_000) }))
    for (const take of Object.values(refusals)) {
      const server = await serve({ ...test.house, files: { ...test.house.files, take } })
      const address = (await server.listen({ port: 0, host: '127.0.0.1' })).replace('localhost', '127.0.0.1')
      const answer = await post(address, `${full}/submission`, { xml, files })
      expect([answer.status, answer.headers['content-type']]).toEqual([500, 'text/xml; charset=utf-8'])
      expect(answer.text).toContain(test.house.catalogue.sentence({ code: 'http.disk-full', facts: {} }, 'pt'))
      expect(await countOf(test, 'forms.submission', `instance_id = '${instanceId}'`)).toBe(0)
      await server.close()
    }
    expect((await post(base, `${full}/submission`, { xml, files })).status).toBe(201)
  })
})
