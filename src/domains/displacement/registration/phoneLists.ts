/**
 * What phones that register people choose from: exercises that collect now, their places, and, for phones with a registration form alone, the people already
 * registered in their own area, so that nobody is registered twice without a warning.
 */
import { sql } from 'kysely'
import { asTheHouse, covers, type Db, type FieldListRow, type FieldListView, type House } from '../../../kernel/index.ts'
import { openSecret } from '../../../registry/people/index.ts'

const exercises = { table: 'displacement.registration_exercise', key: 'id' } as const

const exerciseRows = (db: Db): Promise<FieldListRow[]> =>
  db.rows<FieldListRow>(sql`
    select e.id::text as entity, e.name as label, e.version, e.scope, '{}'::jsonb as properties
    from displacement.registration_exercise e where e.state = 'collecting' order by e.name`)

/** With the scope of the place, so that a phone of one district is not shown the sites of another. */
const placeRows = (db: Db): Promise<FieldListRow[]> =>
  db.rows<FieldListRow>(sql`
    select e.id || '-' || p.pcode as entity, p.name as label, p.version, p.scope, jsonb_build_object('exercise', e.id, 'pcode', p.pcode) as properties
    from displacement.registration_exercise e cross join lateral jsonb_array_elements_text(e.sites) s(site) join places.place p on p.pcode = s.site
    where e.state = 'collecting' order by p.name, p.pcode`)

/** Site-sized: a phone of a whole province gets the newest, and a lost phone no more than these. */
const mostOnPhone = 5000

type Registered = { id: string; version: number; scope: string; sealed: string; sex: string; birthYear: number | null; number: string }

/** A phone sees the form when it is assigned to it; nobody else is shown a name here. */
const registersPeople = (db: Db) => db.one(sql`select 1 from forms.form f where f.sealed and f.taker = 'displacement.registration' and f.state = 'published'`)

async function peopleRows(db: Db, house: House): Promise<FieldListRow[]> {
  const { actor } = db
  if (!actor.device || !(await registersPeople(db))) return []
  const found = await asTheHouse(db, (within) =>
    within.rows<Registered>(sql`
      select p.id, p.version, p.scope, p.sealed, p.sex, p.birth_year, h.number
      from people.person p join people.household h on h.id = p.household
      where h.id::text in (select l.household from displacement.registration_line l join displacement.registration_exercise e on e.id = l.exercise where e.state = 'collecting')
      order by p.recorded_at desc, p.id`),
  )
  return found
    .filter(({ scope }) => covers(actor, scope))
    .slice(0, mostOnPhone)
    .flatMap(({ id, version, scope, sealed, sex, birthYear, number }) => {
      const secret = openSecret(house, { id, sealed })
      if (!secret) return []
      const [given, surname] = [secret.given ?? '', secret.surname ?? '']
      const properties = { given, surname, sex, birth_year: birthYear === null ? '' : String(birthYear), household_number: number }
      return [{ entity: id, label: [given, surname].filter(Boolean).join(' '), version, properties, scope }]
    })
}

const property = (name: string, pt: string, en: string) => ({ name, label: { pt, en } })

export const registrationLists: readonly FieldListView[] = [
  {
    code: 'registration-exercises',
    labels: { pt: 'Exercícios de registo em recolha', en: 'Registration exercises that collect' },
    properties: [],
    rows: exerciseRows,
    registers: [{ ...exercises, isItem: true }],
  },
  {
    code: 'registration-places',
    labels: { pt: 'Lugares dos exercícios de registo', en: 'Places of registration exercises' },
    properties: [property('exercise', 'Exercício', 'Exercise'), property('pcode', 'Código', 'P-code')],
    rows: placeRows,
    registers: [exercises],
  },
  {
    code: 'registered_people',
    labels: { pt: 'Pessoas já registadas', en: 'People already registered' },
    properties: [
      property('given', 'Nome próprio', 'Given name'),
      property('surname', 'Apelido', 'Surname'),
      property('sex', 'Sexo', 'Sex'),
      property('birth_year', 'Ano de nascimento', 'Birth year'),
      property('household_number', 'Número do agregado', 'Household number'),
    ],
    rows: peopleRows,
    registers: [{ table: 'people.person', key: 'id', isItem: true }],
    itemsWith: async (_, changed) => [...(changed.get('people.person') ?? [])],
  },
]
