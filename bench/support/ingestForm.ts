/** A form with three households of two members each in nested repeats, 1.13 kB filled: the load under which ODK Central was measured. */
import { createHash, randomUUID } from 'node:crypto'
import { makeDevice } from '../../src/kernel/forms/devices.ts'
import { Form, FormVersion, Project } from '../../src/kernel/forms/form.ts'
import { type Actor, asOwner, type House, insertRow } from '../../src/kernel/index.ts'
import { unrefused } from './freshHouse.ts'

const question = (path: string, answer: string, repeat: string | null) => ({
  path,
  kind: 'question',
  type: answer === 'int' ? 'integer' : 'text',
  answer,
  repeat,
})
const questions = [
  ...['prov', 'dist', 'nome', 'place'].map((name) => question(`/data/${name}`, 'string', null)),
  question('/data/total', 'int', null),
  { ...question('/data/af', '', null), kind: 'repeat' },
  ...['n', 'abrigo'].map((name) => question(`/data/af/${name}`, name === 'n' ? 'int' : 'string', '/data/af')),
  { ...question('/data/af/membro', '', '/data/af'), kind: 'repeat' },
  ...['nome', 'idade', 'sexo'].map((name) => question(`/data/af/membro/${name}`, name === 'idade' ? 'int' : 'string', '/data/af/membro')),
]

const member = (n: number) => `<membro><nome>Membro número ${n}</nome><idade>${20 + n}</idade><sexo>${n % 2 ? 'f' : 'm'}</sexo></membro>`
const household = (n: number) => `<af><n>2</n><abrigo>abrigo_improvisado</abrigo>${member(2 * n)}${member(2 * n + 1)}</af>`

/** One filled form, new each time, of 1.13 kB. */
export function filledForm(): { xml: string; instanceId: string } {
  const instanceId = `uuid:${randomUUID()}`
  const head = '<?xml version="1.0"?><data xmlns:orx="http://openrosa.org/xforms" id="dtm_site" version="2026112301">'
  const own =
    '<prov>MZ01</prov><dist>MZ0109</dist><place>MZ0109</place><nome>Centro de acomodação de teste da vila, junto da escola primária completa, antes da ponte; chegada de três grupos na mesma semana, água a dois quilómetros</nome>'
  const body = `${own}${[0, 1, 2].map(household).join('')}<total>6</total>`
  return {
    instanceId,
    xml: `${head}${body}<orx:meta><orx:instanceID>${instanceId}</orx:instanceID><orx:instanceName>Centro</orx:instanceName></orx:meta></data>`,
  }
}

export async function layIngest(house: House, officer: Actor): Promise<{ path: string; form: string }> {
  const db = asOwner(house.doors)
  const xform = Buffer.from('<h:html xmlns:h="http://www.w3.org/1999/xhtml"/>')
  const stored = await house.files.put(xform)
  const understood = await house.files.put(Buffer.from(JSON.stringify({ questions, findings: [], itemsets: null })))
  const project = await insertRow(db, Project, { scope: 'MZ', number: 1, name: 'Bench', training: true })
  const form = await insertRow(db, Form, {
    scope: 'MZ',
    project: project.id,
    code: 'dtm_site',
    title: 'Local',
    titles: {},
    state: 'published',
    listsAt: 'receipt',
    makerChecker: true,
    restricted: false,
    placeQuestion: 'place',
  })
  await insertRow(db, FormVersion, {
    scope: 'MZ',
    form: form.id,
    name: '2026112301',
    state: 'published',
    xform: stored.sha256,
    md5: createHash('md5').update(xform).digest('hex'),
    understood: understood.sha256,
    refusals: 0,
    warnings: 0,
    languages: [],
    compiler: '1',
  })
  const phone = unrefused(await makeDevice(house, officer, 'http://localhost', { project: 1, label: 'Bench', person: null, areas: ['MZ01'], days: 2 }))
  return { path: new URL(phone.addresses.collect).pathname, form: form.id }
}
