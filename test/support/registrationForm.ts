/** A registration form as a phone sends it, and the exercise that it belongs to. */
import { randomUUID } from 'node:crypto'
import type { TestHouse } from './testHouse.ts'

export type FilledPerson = {
  given?: string
  surname?: string
  sex?: 'f' | 'm' | 'x' | 'u'
  born?: string
  age?: number
  relation?: string
  phone?: string
  document?: string
  vulnerable?: string
}
export type FilledHousehold = {
  exercise: string
  place?: string
  day?: string
  consent?: 'yes' | 'no'
  people: FilledPerson[]
  before?: string
  replaces?: string
}

/** As the form of the country pack has them. */
export const consentWords =
  'Recolhemos nomes, idades e necessidades para organizar a assistência. Só quem trabalha no registo os vê. Não é um documento de identidade nem dá direito a nada. Pode recusar sem perder assistência, e pode pedir a qualquer momento que apaguemos tudo.'

const tag = (name: string, value: string | number | undefined) => (value === undefined ? '' : `<${name}>${value}</${name}>`)

const personXml = ({ given, surname, sex = 'f', born, age, relation = 'head', phone, document, vulnerable }: FilledPerson) =>
  `<person><person_page>${tag('given', given)}${tag('surname', surname)}${tag('sex', sex)}${tag('birth_date', born)}${tag('age', age)}${tag('relation', relation)}${tag('phone', phone)}${tag('document', document)}${tag('vulnerable', vulnerable)}</person_page></person>`

export function registrationXml({ exercise, place = 'MZ010902', day = '2026-03-02', consent = 'yes', people, before, replaces }: FilledHousehold) {
  const instanceId = `uuid:${randomUUID()}`
  const said = `<consent_page><consent_language>pt</consent_language><consent>${consent}</consent><consent_version>2026-11-27</consent_version><consent_said>${consentWords}</consent_said>${consent === 'yes' ? '<sharing>no</sharing>' : ''}</consent_page>`
  const xml = `<data id="dtm_registration" version="2026112701"><where><exercise>${exercise}</exercise><place>${place}</place><day>${day}</day><setting>site</setting><team>Equipa 1</team></where>${said}${people.map(personXml).join('')}${before ? `<before><before_province>${before.slice(0, 4)}</before_province><before_district>${before}</before_district></before>` : ''}<needs_page><needs>food</needs></needs_page><meta><instanceID>${instanceId}</instanceID>${tag('deprecatedID', replaces)}</meta></data>`
  return { xml, instanceId }
}

export async function beginExercise(test: Pick<TestHouse, 'ask'>, operation: string, change: object = {}): Promise<string> {
  const made = (await test.ask('gilda', {
    method: 'POST',
    url: '/api/registration/exercises',
    payload: {
      ...{
        operation,
        name: 'Registo de Metuge',
        sites: ['MZ0109'],
        purpose: 'Assistência alimentar',
        legalBasis: 'Acordo com o INGD',
        retainUntil: '2099-12-31',
      },
      ...change,
    },
  })) as unknown as { status: number; body: { id: string } }
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return made.body.id
}
