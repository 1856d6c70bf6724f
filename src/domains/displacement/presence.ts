/**
 * Who was counted where: the master list of a round with an outcome for every place, the rows as they were sent, the presence facts made from them, and
 * each correction as a row of its own. What was sent is never edited; the data set is submissions plus corrections, and can be replayed.
 */
import { code, codes, integer, json, oneOf, optional, record, ref, text } from '../../kernel/index.ts'
import { areaReads } from './round.ts'

/** A partner reads what is published, through the published files; drafts only by a named sharing. */
const published = { condition: "exists (select 1 from displacement.round p where p.id = r.round and p.state in ('published', 'superseded'))" }

const outcomes = ['assessed', 'not_assessed', 'carried_forward', 'closed', 'merged', 'empty'] as const

/** `import` is what gave the outcome: an import, or the first instance of a form, which may have told the access too. */
export type ReplacedOutcome = { import: string; outcome: string | null; reason: string | null; sourceRound: number | null; access?: string | null }

export const MasterListLine = record(
  'displacement.master_list_line',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    place: ref('places.place', 'Lugar', 'Place'),
    team: optional(text('Equipa', 'Team', { letters: 100 })),
    access: optional(oneOf('Acesso', 'Access', ['accessible', 'partly', 'inaccessible'])),
    outcome: optional(oneOf('Resultado', 'Outcome', outcomes)),
    reason: optional(code('notAssessedReason', 'Motivo', 'Reason')),
    sourceRound: optional(integer('Ronda de origem', 'Source round', { min: 0 })),
    addedLater: optional(text('Porque foi acrescentado', 'Why it was added', { letters: 500 })),
    note: optional(text('Nota', 'Note')),
    /** What each import or form found here when it gave its outcome, so that taking it back gives the line back; a person's own answer empties it. */
    replaced: optional(json<ReplacedOutcome[]>('Antes de importar', 'Before import', { computed: true })),
  },
  {
    labels: { one: { pt: 'Linha da lista', en: 'Master list line' }, many: { pt: 'Lista de lugares', en: 'Master list' } },
    class: 2,
    byDeeds: true,
    unique: [['round', 'place']],
    index: [['place']],
    access: {
      read: { ...areaReads, enumerator: 'area', clusterCoordinator: published, partner: published },
      create: ['dataOfficer'],
      update: ['dataOfficer', 'coordinator'],
    },
  },
)

/** One row of a file or one form, as it was sent: `sent` keeps the words of the source, `line` its place in it. */
export const Assessment = record(
  'displacement.assessment',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    place: ref('places.place', 'Lugar', 'Place'),
    /** The same row of the same count gives the same key on every import, so that importing twice adds nothing. */
    key: text('Chave', 'Key', { letters: 600 }),
    sourceKind: oneOf('Origem', 'Origin', ['import', 'form']),
    sheet: optional(text('Folha', 'Sheet', { letters: 200 })),
    line: optional(integer('Linha', 'Line', { min: 1 })),
    setting: optional(code('setting', 'Onde vivem', 'Setting')),
    siteType: optional(code('siteType', 'Tipo de centro', 'Site type')),
    classification: optional(code('siteClassification', 'Edifício ou terreno', 'Building or ground')),
    sent: json<Record<string, unknown>>('Como foi enviado', 'As sent'),
  },
  {
    labels: { one: { pt: 'Avaliação', en: 'Assessment' }, many: { pt: 'Avaliações', en: 'Assessments' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['key']],
    index: [['round', 'place'], ['place'], ['recordedAt', 'id']],
    access: { read: areaReads, create: ['dataOfficer', 'enumerator'] },
  },
)

const methods = ['counted', 'key_informant', 'registered', 'sampled', 'modelled', 'carried'] as const

export const PresenceCell = record(
  'displacement.presence_cell',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    place: ref('places.place', 'Lugar', 'Place'),
    assessment: optional(ref('displacement.assessment', 'Avaliação', 'Assessment')),
    populationGroup: oneOf('Grupo', 'Population group', ['IDP', 'RET', 'HOST'], { hxl: '#affected+group' }),
    /** A set of reasons is one cell: never split, never counted twice. */
    reasons: codes('reason', 'Motivos', 'Reasons', { hxl: '#cause+type' }),
    originPcode: optional(text('Código da origem', 'P-code of origin', { letters: 60, hxl: '#adm1+code+origin' })),
    originName: optional(text('Origem', 'Origin', { letters: 200, hxl: '#adm1+name+origin' })),
    arrivalPeriod: optional(code('arrivalPeriod', 'Chegaram', 'Arrived')),
    setting: optional(code('setting', 'Onde vivem', 'Setting')),
    households: optional(integer('Agregados', 'Households', { min: 0, hxl: '#affected+hh' })),
    individuals: optional(integer('Pessoas', 'Individuals', { min: 0, hxl: '#affected+idps' })),
    females: optional(integer('Mulheres e raparigas', 'Women and girls', { min: 0, hxl: '#affected+idps+f' })),
    males: optional(integer('Homens e rapazes', 'Men and boys', { min: 0, hxl: '#affected+idps+m' })),
    method: oneOf('Método', 'Method', methods),
    confidence: optional(oneOf('Confiança', 'Confidence', ['high', 'medium', 'low'])),
  },
  {
    labels: { one: { pt: 'Presença', en: 'Presence' }, many: { pt: 'Presenças', en: 'Presence' } },
    class: 2,
    byDeeds: true,
    unique: [['round', 'place', 'populationGroup', 'reasons', 'originPcode', 'originName', 'arrivalPeriod', 'setting']],
    index: [['round', 'place'], ['place'], ['assessment'], ['recordedAt', 'id']],
    access: { read: { ...areaReads, clusterCoordinator: published, partner: published }, create: ['dataOfficer', 'enumerator'], update: ['dataOfficer'] },
  },
)

/**
 * Women, girls, men and boys of one age band, as counted in one row that was sent: everybody there, or a part of them (a sample). What somebody else worked out
 * by applying shares is not kept here: it is not a count.
 */
export const AgeCount = record(
  'displacement.age_count',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    place: ref('places.place', 'Lugar', 'Place'),
    assessment: ref('displacement.assessment', 'Avaliação', 'Assessment'),
    sex: oneOf('Sexo', 'Sex', ['f', 'm']),
    ageBand: code('ageBand', 'Faixa etária', 'Age band'),
    individuals: integer('Pessoas', 'Individuals', { min: 0, hxl: '#affected+idps' }),
  },
  {
    labels: { one: { pt: 'Contagem por idade', en: 'Count by age' }, many: { pt: 'Contagens por idade', en: 'Counts by age' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['round', 'assessment', 'sex', 'ageBand']],
    index: [['place'], ['assessment']],
    access: { read: areaReads, create: ['dataOfficer', 'enumerator'] },
  },
)

export const Correction = record(
  'displacement.correction',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    place: ref('places.place', 'Lugar', 'Place'),
    cell: ref('displacement.presence_cell', 'Presença', 'Presence'),
    field: oneOf('Campo', 'Field', ['households', 'individuals', 'females', 'males']),
    before: optional(integer('Antes', 'Before', { min: 0 })),
    after: optional(integer('Depois', 'After', { min: 0 })),
    reason: code('correctionReason', 'Motivo', 'Reason'),
    note: optional(text('Nota', 'Note')),
  },
  {
    labels: { one: { pt: 'Correção', en: 'Correction' }, many: { pt: 'Correções', en: 'Corrections' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['round'], ['place'], ['cell']],
    access: { read: { ...areaReads, enumerator: 'own' }, create: ['dataOfficer'] },
  },
)
