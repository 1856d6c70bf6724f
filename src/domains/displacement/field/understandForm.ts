/** From the answers of a baseline or site form to the facts of a place: pure, so that the same answers always give the same facts. */
import type { AnswersTree, Pack } from '../../../kernel/index.ts'
import { codeIn, codesIn, countIn, textIn, turnsOf } from './answers.ts'

export type FormCell = {
  populationGroup: 'IDP' | 'RET' | 'HOST'
  reasons: string[]
  originPcode: string | null
  arrivalPeriod: string | null
  setting: string | null
  households: number | null
  individuals: number | null
  females: number | null
  males: number | null
}
export type FormAge = { sex: 'f' | 'm'; band: string; individuals: number }
export type PlaceFacts = {
  place: string
  line: string | null
  outcome: 'assessed' | 'empty' | 'not_assessed' | 'closed'
  reason: string | null
  access: string | null
  method: 'counted' | 'registered' | 'key_informant'
  confidence: 'high' | 'medium' | 'low' | null
  cells: FormCell[]
  ages: FormAge[]
  siteType: string | null
  classification: string | null
}

type Lists = Pack['codeLists']

const outcomes = ['assessed', 'empty', 'not_assessed', 'closed'] as const

/** A refusal to answer leaves the place unassessed: nobody there told us anything. */
function outcomeOf(tree: AnswersTree): Pick<PlaceFacts, 'outcome' | 'reason'> {
  const said = outcomes.find((each) => each === textIn(tree, 'visit/outcome')) ?? 'not_assessed'
  if ((said === 'assessed' || said === 'empty') && textIn(tree, 'consent_page/consent') !== 'yes') return { outcome: 'not_assessed', reason: 'no_informant' }
  return { outcome: said, reason: said === 'not_assessed' ? (textIn(tree, 'visit/not_assessed_reason') ?? 'other') : null }
}

/** The least sure of the informants decides. */
function confidenceOf(tree: AnswersTree): PlaceFacts['confidence'] {
  const said = turnsOf(tree, 'informant').map((turn) => textIn(turn, 'informant_page/informant_confidence'))
  return (['low', 'medium', 'high'] as const).find((each) => said.includes(each)) ?? null
}

function displaced(tree: AnswersTree, page: string, lists: Lists, setting: string | null): FormCell {
  return {
    populationGroup: 'IDP',
    reasons: codesIn(lists, 'reason', tree, `${page}/reasons`),
    // Published origins are provinces; the district stays in what was sent.
    originPcode: textIn(tree, `${page}/origin_province`),
    arrivalPeriod: codeIn(lists, 'arrivalPeriod', tree, `${page}/arrival`),
    setting,
    households: countIn(tree, `${page}/households`),
    individuals: countIn(tree, `${page}/individuals`),
    females: countIn(tree, `${page}/females`),
    males: countIn(tree, `${page}/males`),
  }
}

const bare = (populationGroup: 'IDP' | 'RET' | 'HOST', households: number | null, individuals: number | null): FormCell => ({
  ...{ populationGroup, reasons: [], originPcode: null, arrivalPeriod: null, setting: null, households, individuals, females: null, males: null },
})

const keyOf = ({ populationGroup, reasons, originPcode, arrivalPeriod, setting }: FormCell) =>
  JSON.stringify([populationGroup, reasons, originPcode, arrivalPeriod, setting])

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

/** Two groups that differ in nothing are one fact; what is unknown in one is unknown in the sum. */
function merged(cells: readonly FormCell[]): FormCell[] {
  const byKey = new Map<string, FormCell>()
  for (const cell of cells) {
    const before = byKey.get(keyOf(cell))
    if (!before) byKey.set(keyOf(cell), cell)
    else
      byKey.set(keyOf(cell), {
        ...cell,
        households: plus(before.households, cell.households),
        individuals: plus(before.individuals, cell.individuals),
        females: plus(before.females, cell.females),
        males: plus(before.males, cell.males),
      })
  }
  return [...byKey.values()]
}

const bands = { '0_4': '0-4', '5_11': '5-11', '12_17': '12-17', '18_59': '18-59', '60': '60+' } as const

const agesOf = (tree: AnswersTree): FormAge[] =>
  Object.entries(bands).flatMap(([path, band]) =>
    (['f', 'm'] as const).flatMap((sex) => {
      const individuals = countIn(tree, `sample/${sex}_${path}`)
      return individuals === null ? [] : [{ sex, band, individuals }]
    }),
  )

const common = (tree: AnswersTree) => ({
  place: textIn(tree, 'where/place') ?? '',
  line: textIn(tree, 'where/line'),
  ...outcomeOf(tree),
  access: textIn(tree, 'visit/access'),
  confidence: confidenceOf(tree),
})

export function baselineFacts(tree: AnswersTree, lists: Lists): PlaceFacts {
  const facts = common(tree)
  const counted = facts.outcome === 'assessed' || facts.outcome === 'empty'
  const groups = turnsOf(tree, 'idp').map((turn) => displaced(turn, 'idp_page', lists, codeIn(lists, 'setting', turn, 'idp_page/setting')))
  // Visited, and nobody displaced: that is a zero which somebody saw.
  const idp = facts.outcome === 'empty' ? [bare('IDP', 0, 0)] : groups
  const others = (group: 'RET' | 'HOST', households: string, people: string) => {
    const cell = bare(group, countIn(tree, `others/${households}`), countIn(tree, `others/${people}`))
    return cell.households === null && cell.individuals === null ? [] : [cell]
  }
  const cells = [...idp, ...others('RET', 'returnee_households', 'returnees'), ...others('HOST', 'host_households', 'hosts')]
  return {
    ...facts,
    method: 'key_informant',
    cells: counted ? merged(cells) : [],
    ages: facts.outcome === 'assessed' ? agesOf(tree) : [],
    siteType: null,
    classification: null,
  }
}

const methods = ['counted', 'registered', 'key_informant'] as const

export function siteFacts(tree: AnswersTree, lists: Lists): PlaceFacts {
  const facts = common(tree)
  const cells = facts.outcome === 'assessed' ? [displaced(tree, 'people', lists, 'site')] : facts.outcome === 'empty' ? [bare('IDP', 0, 0)] : []
  return {
    ...facts,
    method: methods.find((each) => each === textIn(tree, 'people/method')) ?? 'key_informant',
    cells,
    ages: [],
    siteType: codeIn(lists, 'siteType', tree, 'kind/site_type'),
    classification: codeIn(lists, 'siteClassification', tree, 'kind/classification'),
  }
}
