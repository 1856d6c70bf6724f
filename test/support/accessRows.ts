/**
 * Rows for the access tables: of each record one inside the area and one outside, of one's own and of somebody else, of its usual class and of the vault's,
 * of a draft round and of a published one. Written with the owner's door, which no policy covers.
 */
import { sql } from 'kysely'
import { FlowPoint, ObservationSession } from '../../src/domains/displacement/flows/flow.ts'
import { RegistrationExercise } from '../../src/domains/displacement/registration/registration.ts'
import { Operation, Round } from '../../src/domains/displacement/round.ts'
import { SampledUnit } from '../../src/domains/displacement/surveys/sample.ts'
import { Survey } from '../../src/domains/displacement/surveys/survey.ts'
import { Form, FormVersion, Project } from '../../src/kernel/forms/form.ts'
import { FieldList } from '../../src/kernel/forms/list.ts'
import { Submission } from '../../src/kernel/forms/submission.ts'
import { asOwner, type Common, type Db, insertRow, type RecordDeclaration } from '../../src/kernel/index.ts'
import { Household, Person } from '../../src/registry/people/index.ts'
import { type CoordinationGround, coordinationAnswers, layCoordination } from './coordinationRows.ts'
import { type Column, type EveryRole, heldByPeople, inside, outside } from './everyRole.ts'
import { type FourWGround, fourWAnswers, layFourW } from './fourWRows.ts'
import { type LedgerGround, layLedger, ledgerAnswers } from './ledgerRows.ts'
import { layPicture, productAnswers } from './productRows.ts'
import { layPublications, type PublicationGround, publicationAnswers } from './publicationRows.ts'
import { layRelief, type ReliefGround, reliefAnswers } from './reliefRows.ts'
import { layResults, type ResultsGround, resultsRows } from './resultsRows.ts'
import { laySelection, type SelectionGround, selectionAnswers } from './selectionRows.ts'
import { laySolutions, type SolutionsGround, solutionsAnswers } from './solutionsRows.ts'
import type { TestHouse } from './testHouse.ts'

/** What the rows stand on; these rows are nobody's test. */
export type Ground = {
  rounds: { draft: string; published: string }
  operation: string
  cells: string
  assessment: string
  places: string[]
  import: string
  flows: { point: string; session: string }
  survey: { survey: string; unit: string }
  people: { household: string; person: string; exercise: string; pairs: string[]; reviewer: string }
  forms: FormsGround
  results: ResultsGround
  fourW: FourWGround
  coordination: CoordinationGround
  ledger: LedgerGround
  picture: string
  publications: PublicationGround
  relief: ReliefGround
  solutions: SolutionsGround
  selection: SelectionGround
}
export type FormsGround = { project: string; form: string; formVersion: string; submission: string; submissions: string[]; list: string }

const operationOf = (name: string) => ({
  scope: 'MZ',
  name,
  countryIso3: 'MOZ',
  countryPcode: 'MZ',
  countryName: { pt: 'Moçambique', en: 'Mozambique' },
  cause: 'conflict',
  status: 'Active' as const,
  sensitivity: 'districts' as const,
  demonstration: false,
})

export async function layGround({ house }: TestHouse): Promise<Ground> {
  const db = asOwner(house.doors)
  const places = (await db.rows<{ id: string }>(sql`select id from places.place where kind = 'posto' order by pcode`)).map(({ id }) => id)
  const operation = (await insertRow(db, Operation, operationOf('Ground'))).id
  const round = (number: number, state: 'draft' | 'published') =>
    insertRow(db, Round, { scope: 'MZ', operation, assessmentType: 'BA', number, edition: 1, unitLevel: 'posto', state, reportingDate: '2021-06-01' })
  const rounds = { draft: (await round(1, 'draft')).id, published: (await round(2, 'published')).id }
  await db.run(sql`insert into kernel.file (sha256, bytes, kind) values ('ground', 1, 'import')`)
  const made = await db.one<{ id: string }>(
    sql`insert into kernel.import (kind, file_name, sha256, state) values ('displacement', 'ground.csv', 'ground', 'imported') returning id`,
  )
  const cell = await db.one<{ id: string }>(sql`
    insert into displacement.presence_cell (scope, round, place, population_group, reasons, method, class)
    values ('MZ', ${rounds.draft}, ${places[0]}, 'HOST', '{}', 'counted', 4) returning id`)
  const sent = await db.one<{ id: string }>(sql`
    insert into displacement.assessment (scope, round, place, key, source_kind, sent, class)
    values ('MZ', ${rounds.draft}, ${places[0]}, 'ground', 'form', '{}', 4) returning id`)
  return {
    rounds,
    operation,
    cells: cell!.id,
    assessment: sent!.id,
    places,
    import: made!.id,
    flows: await layFlows(db, places[0]!),
    survey: await laySurvey(db, operation),
    people: await layPeople(db, operation),
    forms: await layForms(db),
    results: await layResults(db),
    fourW: await layFourW(db),
    coordination: await layCoordination(db),
    ledger: await layLedger(db),
    picture: await layPicture(db),
    publications: await layPublications(db),
    relief: await layRelief(db),
    solutions: await laySolutions(db),
    selection: await laySelection(db),
  }
}

const exerciseOf = (operation: string, name: string) => ({
  operation,
  name,
  sites: [inside],
  purpose: 'Assistance',
  legalBasis: 'Agreement',
  retainUntil: '2099-12-31',
  state: 'collecting' as const,
})

/** Of the vault's class, which nobody here may see. */
async function layPeople(db: Db, operation: string): Promise<Ground['people']> {
  const common = { scope: 'MZ', class: 4 }
  const household = await insertRow(db, Household, { ...common, number: '000000000', place: inside, state: 'active' })
  const person = await insertRow(db, Person, { ...common, household: household.id, sealed: 'box', sex: 'f', vulnerabilities: [], difficulties: [] })
  const exercise = await insertRow(db, RegistrationExercise, { ...common, ...exerciseOf(operation, 'Ground') })
  // Each answer needs a pair of its own.
  const pairs = await db.rows<{ id: string }>(sql`
    insert into displacement.duplicate_pair (scope, class, exercise, first, second, state, weight_bits, evidence, model_version)
    select 'MZ', 4, ${exercise.id}::uuid, 'ground ' || n, 'ground', 'suggested', 9, '[]', 0 from generate_series(1, 500) n returning id`)
  const reviewer = (await db.one<{ id: string }>(sql`select id from kernel.person limit 1`))!.id
  return { household: household.id, person: person.id, exercise: exercise.id, pairs: pairs.map(({ id }) => id), reviewer }
}

async function layFlows(db: Db, place: string): Promise<Ground['flows']> {
  const point = await insertRow(db, FlowPoint, { scope: 'MZ', name: 'Ground', code: 'GROUND', place, kind: 'border', openHours: 12 })
  const watched = { day: '2021-06-01', fromTime: '06:00', toTime: '12:00', observedMinutes: 360 }
  const session = await insertRow(db, ObservationSession, { scope: 'MZ', class: 4, point: point.id, ...watched })
  return { point: point.id, session: session.id }
}

const surveyOf = (operation: string, code: string) => ({
  ...{ operation, code, title: { pt: 'Inquérito', en: 'Survey' }, purpose: 'needs' as const, aboutSecurity: false },
  ...{ population: { pt: 'Agregados', en: 'Households' }, languages: 'Português', state: 'designing' as const, draw: 0, draws: [] },
})
const unitOf = (survey: string, code: string) => ({
  ...{ survey, draw: 1, code, name: code, frameCode: code, stratum: 'all', stage: 1, asked: true, role: 'drawn' as const, turn: 1 },
  ...{ firstChance: 0.5, secondChance: 1, weight: 2, status: 'waiting' as const },
})

async function laySurvey(db: Db, operation: string): Promise<Ground['survey']> {
  const survey = (await insertRow(db, Survey, { scope: 'MZ', class: 4, ...surveyOf(operation, 'GROUND') })).id
  return { survey, unit: (await insertRow(db, SampledUnit, { scope: 'MZ', class: 4, ...unitOf(survey, 'GROUND') })).id }
}

const hash = '0'.repeat(64)
const projectOf = (number: number) => ({ number, name: `Project ${number}`, training: false })
const formOf = (project: string, n: number) => ({
  project,
  code: `form_${n}`,
  title: 'Form',
  titles: {},
  state: 'published' as const,
  listsAt: 'receipt' as const,
  makerChecker: true,
  restricted: false,
})
const versionOf = (form: string, n: number) => ({
  form,
  name: `v${n}`,
  state: 'published' as const,
  understood: hash,
  refusals: 0,
  warnings: 0,
  languages: [],
  compiler: '1',
})
const submissionOf = (form: string, formVersion: string, n: number) => ({
  form,
  formVersion,
  instanceId: `uuid:${n}`,
  xml: '<a/>',
  payloadHash: hash,
  filesHash: '-',
})

/** A form with one submission of the vault's class, which nobody here may see. */
async function layForms(db: Db): Promise<FormsGround> {
  const common = { scope: 'MZ', class: 4 }
  const project = (await insertRow(db, Project, { ...common, ...projectOf(999_999) })).id
  const form = (await insertRow(db, Form, { ...common, ...formOf(project, 0) })).id
  const formVersion = (await insertRow(db, FormVersion, { ...common, ...versionOf(form, 0) })).id
  const submission = (await insertRow(db, Submission, { ...common, ...submissionOf(form, formVersion, 0) } as never)).id
  const list = (await insertRow(db, FieldList, { ...common, project, code: 'list_0', properties: [], approvalNeeded: false })).id
  // Each standing needs a submission of its own.
  const submissions = await db.rows<{ id: string }>(sql`
    insert into forms.submission (scope, class, form, form_version, instance_id, xml, payload_hash, files_hash)
    select 'MZ', 4, ${form}::uuid, ${formVersion}::uuid, 'ground ' || n, '<a/>', ${hash}, '-' from generate_series(1, 500) n returning id`)
  return { project, form, formVersion, submission, submissions: submissions.map(({ id }) => id), list }
}

const counters = new Map<string, number>()

/** The least that each record asks for; every call gives values that no other row has. Those of other files are made only when asked for. */
export function answersFor(record: RecordDeclaration, ground: Ground, published: boolean): Record<string, unknown> {
  const n = (counters.get(record.name) ?? 0) + 1
  counters.set(record.name, n)
  const round = published ? ground.rounds.published : ground.rounds.draft
  const place = ground.places[n % ground.places.length]
  const known: Record<string, Record<string, unknown>> = {
    'places.place': { pcode: `ZZ${n}`, name: `Place ${n}`, kind: 'site', level: 4, country: 'ZZZ', predecessors: [] },
    'places.alias': { place, name: `Other name ${n}`, kind: 'name' },
    'places.boundary': { place, kind: 'official', geometry: { type: 'Polygon', coordinates: [] }, credit: 'Test' },
    'places.earlier_geometry': { place, what: 'point', reason: 'r' },
    'organisations.organisation': { name: `Organisation ${n}`, kind: 'ngo' },
    'displacement.operation': operationOf(`Operation ${n}`),
    'displacement.round': {
      operation: ground.operation,
      assessmentType: 'BA',
      number: 100 + n,
      edition: 1,
      unitLevel: 'posto',
      state: published ? 'published' : 'draft',
    },
    'displacement.master_list_line': { round, place },
    'displacement.assessment': { round, place, key: `key ${n}`, sourceKind: 'form', sent: {} },
    'displacement.presence_cell': { round, place, populationGroup: 'IDP', reasons: [], originName: `Origin ${n}`, method: 'counted', individuals: 10 },
    'displacement.age_count': { round, place, assessment: ground.assessment, sex: 'f', ageBand: `band ${n}`, individuals: 10 },
    'displacement.correction': { round, place, cell: ground.cells, field: 'individuals', reason: 'typing' },
    'displacement.finding': { round, place, code: 'round.same-figure', severity: 'warning', key: `key ${n}`, facts: {} },
    'displacement.access_request': { place, askedOn: '2021-06-01', office: `Office ${n}`, purpose: 'Visit', reply: 'waiting' },
    'displacement.movement_event': { operation: ground.operation, kind: 'arrival', day: '2021-06-01', place, reasons: [] },
    'displacement.movement_alert': { operation: ground.operation, number: n, periodFrom: '2021-06-01', periodTo: '2021-06-02', state: 'draft' },
    'displacement.flow_point': { name: `Point ${n}`, code: `P${n}`, place, kind: 'border', openHours: 12 },
    'displacement.observation_session': { point: ground.flows.point, day: '2021-06-01', fromTime: '06:00', toTime: '12:00', observedMinutes: 360 },
    'publications.data_request': {
      ...{ number: `PD-${n}`, product: 'nothing', productVersion: 1, state: 'received', language: 'pt', useUntil: '2030-01-01', openings: 0 },
    },
    'displacement.flow_group': { session: ground.flows.session, direction: 'in', vulnerable: [] },
    'displacement.flow_interview': { session: ground.flows.session, sex: 'f' },
    'displacement.entry_point_status': { point: ground.flows.point, mode: 'land', status: 'open', fromDay: '2021-06-01', source: 'SENAMI' },
    'displacement.flow_bulletin': { kind: 'week', periodFrom: `${2000 + n}-01-03`, periodTo: `${2000 + n}-01-09`, state: 'published' },
    ...resultsRows(ground.results, n),
    'displacement.survey': surveyOf(ground.operation, `S${n}`),
    'displacement.sample_frame': {
      ...{ survey: ground.survey.survey, number: n, kind: 'list', source: 'Test', strataBy: 'list', unitCount: 2, households: 2, withoutSize: [] },
      ...{ hash: '0', units: [] },
    },
    'displacement.sampled_unit': unitOf(ground.survey.survey, `U${n}`),
    'displacement.plan_line': {
      ...{ survey: ground.survey.survey, code: `l${n}`, edition: 1, turn: 1, label: { pt: 'a', en: 'a' }, statistic: 'share', question: 'q' },
      ...{ answers: [], noAnswer: [], breakdowns: [], afterAnswers: false, dropped: false },
    },
    'displacement.survey_answer': { survey: ground.survey.survey, unit: ground.survey.unit, outcome: 'visited', answers: {} },
    'displacement.survey_microdata': {
      ...{ survey: ground.survey.survey, columns: [], withWeights: false, reason: 'Test', records: 1, risk: {}, tableHash: '0', state: 'proposed' },
    },
    'forms.project': projectOf(n),
    'forms.form': formOf(ground.forms.project, n),
    'forms.form_version': versionOf(ground.forms.form, n),
    'forms.attachment': { formVersion: ground.forms.formVersion, fileName: `file ${n}.png`, kind: 'file' },
    'forms.device': {
      project: ground.forms.project,
      label: `Phone ${n}`,
      kind: 'shared',
      areas: ['MZ01'],
      expiresAt: '2099-01-01T00:00:00.000Z',
      announcedSeq: 0,
    },
    'forms.assignment': { ofProject: ground.forms.project, targetKind: 'device', target: `phone ${n}` },
    'forms.submission': submissionOf(ground.forms.form, ground.forms.formVersion, n),
    'forms.standing': {
      submission: ground.forms.submissions[n]!,
      form: ground.forms.form,
      current: ground.forms.submission,
      state: 'received',
      filesMissing: 0,
      openFindings: 0,
    },
    'forms.submission_file': { submission: ground.forms.submission, ordinal: n, name: 'photo.jpg' },
    'forms.receipt': { formCode: 'form', instanceId: `uuid:${n}`, payloadHash: hash, outcome: 'complete', text: 't', keyId: 'k', signature: 's' },
    'forms.quarantine': { formCode: 'form', instanceId: `uuid:${n}`, reason: 'form-unknown', xml: '<a/>', payloadHash: hash, filesHash: '-', files: [] },
    'forms.answers': { submission: ground.forms.submission, form: ground.forms.form, repeat: '', turn: n, parentTurn: 0, answers: {} },
    'forms.finding': { submission: ground.forms.submission, path: `/data/q${n}`, code: 'forms.required', severity: 'error', facts: {}, state: 'open' },
    'forms.correction': { submission: ground.forms.submission, path: '/data/q', turn: 0, changeType: 'change_response', reason: 'typing' },
    'forms.note': { submission: ground.forms.submission, words: 'Why?' },
    'forms.origin': {
      submission: ground.forms.submission,
      instance: ground.forms.submission,
      formVersion: ground.forms.formVersion,
      record: 'forms.list_item',
      recordId: `row ${n}`,
      paths: {},
      times: 1,
    },
    'forms.item_version': { list: ground.forms.list, entity: `uuid:${n}`, itemVersion: 1, label: 'Item', properties: {}, deed: 'created' },
    'forms.list': { project: ground.forms.project, code: `list_${n}`, properties: [], approvalNeeded: false },
    'forms.list_item': { list: ground.forms.list, entity: `uuid:${n}`, label: 'Item', properties: {}, itemVersion: 1 },
    'forms.item_proposal': { list: ground.forms.list, entity: `uuid:${n}`, kind: 'hard', base: {}, theirs: {}, ours: {}, submission: ground.forms.submission },
    'forms.trial': { formVersion: ground.forms.formVersion, xml: '<data/>', answers: {} },
    'people.household': { number: String(100_000_000 + n), place: inside, state: 'active' },
    'people.person': { household: ground.people.household, sealed: 'box', sex: 'f', vulnerabilities: [], difficulties: [] },
    'people.membership': { household: ground.people.household, person: ground.people.person, relation: 'head', fromDay: '2021-06-01' },
    'people.consent': {
      household: ground.people.household,
      purpose: 'registration',
      wordingVersion: '1',
      language: 'pt',
      words: 'Aceita?',
      answer: 'given',
      answeredAt: '2021-06-01T00:00:00.000Z',
    },
    'people.residence': { household: ground.people.household, kind: 'current', place: inside },
    'people.person_link': { first: ground.people.person, second: ground.people.person },
    'people.household_change': {
      ...{ kind: 'merge', household: ground.people.household, other: ground.people.household, day: '2021-06-01', moved: [], reason: 'r' },
    },
    'displacement.registration_exercise': exerciseOf(ground.operation, `Exercise ${n}`),
    'displacement.registration_line': {
      exercise: ground.people.exercise,
      place: inside,
      day: '2021-06-01',
      consent: 'given',
      verification: 'unverified',
      needs: [],
    },
    'displacement.duplicate_pair': {
      ...{
        exercise: ground.people.exercise,
        first: `person ${n}`,
        second: `person ${n + 1}`,
        state: 'suggested',
        weightBits: 9,
        evidence: [],
        modelVersion: 0,
      },
    },
    'displacement.pair_answer': { pair: ground.people.pairs[n]!, reviewer: ground.people.reviewer, answer: 'same' },
    'displacement.linkage_weights': { number: n, weights: { version: n, comparisons: [], kinPerPerson: 1, againPerPerson: 1 }, decisions: 20 },
    'displacement.household_card': { exercise: ground.people.exercise, number: String(n), print: 1, printedOn: '2021-06-01', reason: 'first' },
    'displacement.biometric_switch': {
      ...{ exercise: ground.people.exercise, assessment: 'Assessment', purpose: 'Purpose', sunset: '2099-01-01', minimumAge: 18, state: 'ended' },
    },
    'biometrics.template': { exercise: ground.people.exercise, person: `person ${n}`, finger: 1, sealed: 'box' },
    'displacement.biometric_destruction': { exercise: ground.people.exercise, reason: 'sunset', templates: 1, keys: ['0'] },
    'displacement.duplicate_search': { exercise: ground.people.exercise, state: 'done', attempts: 1, seen: 2, people: 2, suggested: 0 },
    'displacement.endorsement': { round, office: 'INGD', decision: 'endorsed', decidedOn: '2021-06-01', frozenHash: '0' },
  }
  const elsewhere = (): Record<string, object | undefined> => ({
    ...fourWAnswers(ground.fourW, place!, n),
    ...coordinationAnswers(ground.coordination, n),
    ...ledgerAnswers(ground.ledger, n),
    ...productAnswers(ground.picture, n),
    ...publicationAnswers(ground.publications, n),
    ...reliefAnswers(ground.relief, n),
    ...solutionsAnswers(ground.solutions, n),
    ...selectionAnswers(ground.selection, n, published),
  })
  const values = known[record.name] ?? elsewhere()[record.name]
  if (!values) throw new Error(`${record.name} has no line in the access tables yet: say here what its row needs, and in access.test.ts who may see it`)
  return values
}

export async function plantRows({ house }: TestHouse, everyRole: EveryRole, ground: Ground, record: RecordDeclaration, usualClass: number): Promise<void> {
  const db = asOwner(house.doors)
  const plant = async (row: { scope: string; class: number; author: Column | null; published: boolean; imported: boolean }) => {
    const common = {
      scope: row.scope,
      class: row.class,
      recordedBy: row.author ? everyRole.actor(row.author).userId : null,
      importId: row.imported ? ground.import : null,
    }
    await insertRow(db, record, { ...answersFor(record, ground, row.published), ...common } as unknown as Common)
  }
  for (const scope of [inside, outside]) {
    for (const published of [false, true])
      for (const rowClass of [usualClass, 4]) await plant({ scope, class: rowClass, author: null, published, imported: rowClass === usualClass })
    for (const author of heldByPeople) await plant({ scope, class: usualClass, author, published: false, imported: author === 'enumerator' })
  }
}

/** A row as the expectation needs it: read with the owner's door. */
export type KnownRow = {
  id: string
  scope: string
  class: number
  recordedBy: string | null
  imported: boolean
  published: boolean
  organisation: string | null
}

export function everyRowOf({ house }: TestHouse, record: RecordDeclaration): Promise<KnownRow[]> {
  const state =
    record.name === 'places.place'
      ? "case when r.level <= 3 then 'published' end"
      : record.name === 'displacement.round'
        ? 'r.state'
        : 'published' in record.fields
          ? "case when r.published then 'published' end"
          : 'round' in record.fields
            ? '(select state from displacement.round where id = r.round)'
            : 'null'
  return asOwner(house.doors).rows<KnownRow>(sql`
    select r.id, r.scope, r.class, r.recorded_by, ${sql.raw(record.fields.organisation?.kind === 'ref' ? 'r.organisation' : 'null')} as organisation, r.import_id is not null as imported, coalesce(${sql.raw(state)} in ('published', 'superseded'), false) as published
    from ${sql.raw(record.name)} r`)
}
