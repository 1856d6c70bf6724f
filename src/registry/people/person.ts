/**
 * Registered people: a household with its number, the people in it, how they belong to it, what they agreed to and where they lived. A functional record for
 * assistance, not a legal identity. A compartment of its own: nothing outside points into it, and it points at nothing outside. Names, day of birth, phone and
 * document stand only sealed under the person's own key. Strategy: focus area 15, activities D and H; key result 1.
 */
import { code, codes, date, integer, oneOf, optional, record, ref, text, timestamp } from '../../kernel/index.ts'

/** Whoever registers sees the people of the own area; whoever compares pairs sees what must be compared. Every other role sees nothing. */
const registrars = { registrar: 'area' } as const
const compared = { registrar: 'area', duplicateReviewer: 'area' } as const
const written = { create: ['registrar'], update: ['registrar'] } as const

export const Household = record(
  'people.household',
  {
    /** Given on receipt; the last digit is a check digit. */
    number: text('Número', 'Number', { letters: 9 }),
    /** P-code; where people live more exactly is not kept. */
    place: text('Lugar', 'Place', { letters: 60 }),
    setting: optional(code('setting', 'Onde vivem', 'Setting')),
    head: optional(ref('people.person', 'Chefe', 'Head')),
    state: oneOf('Estado', 'State', ['active', 'left', 'merged']),
    /** Where its people went when two households became one. */
    mergedInto: optional(ref('people.household', 'Junto a', 'Merged into')),
  },
  {
    labels: { one: { pt: 'Agregado', en: 'Household' }, many: { pt: 'Agregados', en: 'Households' } },
    class: 3,
    title: 'number',
    byDeeds: true,
    closed: true,
    unique: [['number']],
    index: [['place']],
    access: { read: compared, ...written },
  },
)

export const Person = record(
  'people.person',
  {
    household: ref('people.household', 'Agregado', 'Household'),
    /** Names, day of birth, phone and document, closed under the key that the vault holds for this row. */
    sealed: text('Selado', 'Sealed', { letters: 20_000, large: true }),
    sex: code('sex', 'Sexo', 'Sex'),
    birthYear: optional(integer('Ano de nascimento', 'Birth year', { min: 1850, max: 2200 })),
    ageBand: optional(code('ageBand', 'Faixa etária', 'Age band')),
    vulnerabilities: codes('vulnerability', 'Vulnerabilidades', 'Vulnerabilities'),
    difficulties: codes('difficulty', 'Dificuldades funcionais', 'Functional difficulties'),
  },
  {
    labels: { one: { pt: 'Pessoa registada', en: 'Registered person' }, many: { pt: 'Pessoas registadas', en: 'Registered people' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['household']],
    access: { read: compared, ...written },
  },
)

export const Membership = record(
  'people.membership',
  {
    household: ref('people.household', 'Agregado', 'Household'),
    person: ref('people.person', 'Pessoa', 'Person'),
    relation: code('relation', 'Relação com o(a) chefe', 'Relation to the head'),
    fromDay: date('Desde', 'From'),
    /** Empty: still belongs to it. */
    untilDay: optional(date('Até', 'Until')),
  },
  {
    labels: { one: { pt: 'Pertença a agregado', en: 'Membership' }, many: { pt: 'Pertenças a agregados', en: 'Memberships' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['household'], ['person']],
    access: { read: compared, ...written },
  },
)

export const Consent = record(
  'people.consent',
  {
    household: ref('people.household', 'Agregado', 'Household'),
    /** Empty: the head answered for the household. */
    person: optional(ref('people.person', 'Pessoa', 'Person')),
    purpose: code('consentPurpose', 'Fim', 'Purpose'),
    wordingVersion: text('Versão do texto', 'Version of the wording', { letters: 60 }),
    language: text('Língua', 'Language', { letters: 20 }),
    /** The words that were read out. */
    words: text('Texto lido', 'Words read out', { letters: 4000 }),
    answer: oneOf('Resposta', 'Answer', ['given', 'refused', 'withdrawn']),
    answeredAt: timestamp('Respondido em', 'Answered at'),
  },
  {
    labels: { one: { pt: 'Consentimento', en: 'Consent' }, many: { pt: 'Consentimentos', en: 'Consents' } },
    class: 3,
    byDeeds: true,
    closed: true,
    appendOnly: true,
    index: [['household'], ['person']],
    access: { read: registrars, create: ['registrar'] },
  },
)

export const Residence = record(
  'people.residence',
  {
    household: ref('people.household', 'Agregado', 'Household'),
    kind: oneOf('Tipo', 'Kind', ['current', 'previous']),
    place: text('Lugar', 'Place', { letters: 60 }),
    setting: optional(code('setting', 'Onde viviam', 'Setting')),
    fromDay: optional(date('Desde', 'From')),
    untilDay: optional(date('Até', 'Until')),
  },
  {
    labels: { one: { pt: 'Residência', en: 'Residence' }, many: { pt: 'Residências', en: 'Residences' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['household']],
    access: { read: registrars, ...written },
  },
)

/** Two registrations of one person, as two people have found: both stay as they are, and a link is undone by closing it. */
export const PersonLink = record(
  'people.person_link',
  {
    first: ref('people.person', 'Primeiro registo', 'First registration'),
    second: ref('people.person', 'Segundo registo', 'Second registration'),
    undoneAt: optional(timestamp('Desfeito em', 'Undone at')),
    undoneReason: optional(text('Porque foi desfeito', 'Why it was undone', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Ligação de registos', en: 'Link of registrations' }, many: { pt: 'Ligações de registos', en: 'Links of registrations' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['first'], ['second']],
    access: { read: compared, create: [], update: [] },
  },
)
