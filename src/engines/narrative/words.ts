/** The words of both languages that give a number its meaning. They are matched against folded text: small letters, no accents. */
import type { Unit } from './facts.ts'

/** Letter by letter, so that a position in the folded text is the same position in the text. */
export const fold = (text: string): string => text.replace(/[\u0080-\uffff]/g, plainLetter).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

function plainLetter(letter: string): string {
  if (/[\u00a0\u202f\u2009]/.test(letter)) return ' '
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.length === 1 ? plain : letter
}

const unitWords: [Unit, string][] = [
  ['size', '(?:people|persons|pessoas) (?:per|por|a|in each|em cada) '],
  ['households', '(?:households?|famil(?:y|ies)|agregados?|familias?)\\b'],
  ['females', '(?:women|girls|females?|mulheres|raparigas|meninas)\\b'],
  ['males', '(?:men|boys|males?|homens|rapazes|meninos)\\b'],
  [
    'places',
    '(?:places?|locations?|localit(?:y|ies)|sites?|posts?|administrative posts?|districts?|provinces?|lugar(?:es)?|loca(?:l|is)|localidades?|postos?|distritos?|provincias?)\\b',
  ],
  [
    'individuals',
    '(?:people|persons?|individuals?|idps?|pessoas?|(?<!\\b(?:agregados?|familias?|familiares|mulheres|homens|raparigas|rapazes|meninas|meninos) )deslocad[oa]s?|individuos?)\\b',
  ],
]

const unitPattern = new RegExp(unitWords.map(([unit, words]) => `(?<${unit}>(?<!\\b(?:per|por|each|cada) )\\b${words})`).join('|'), 'g')

/** The unit that a noun names; `other` when it is none of ours. */
export const unitOf = (noun: string): Unit => unitsIn(fold(noun))[0]?.unit ?? 'other'

/** Every noun of a known unit in folded text, in order. */
export const unitsIn = (folded: string): { unit: Unit; at: number }[] =>
  [...folded.matchAll(unitPattern)].map((match) => ({
    unit: Object.entries(match.groups!).find(([, found]) => found !== undefined)![0] as Unit,
    at: match.index,
  }))

const rising =
  'increas(?:e|es|ed|ing)|rise|rises|rose|risen|rising|gr(?:ew|own|owth)|gain(?:ed)?|went up|up|higher|aument(?:o|os|ou|aram|ando)|subi(?:u|ram|da)|cresc(?:eu|eram|imento)|acrescimo'
const falling =
  'decreas(?:e|es|ed|ing)|f(?:ell|all|alls|allen|alling)|declin(?:e|es|ed|ing)|drop(?:s|ped)?|reduc(?:tion|tions|ed)|went down|down|lower|reduc(?:ao|oes)|reduzi(?:u|ram)|diminui(?:cao|u|ram)|baix(?:ou|aram|a)|desc(?:eu|eram|ida)|queda|decrescimo'
const approximate =
  '(?:about|approximately|approx\\.?|around|some|roughly|nearly|almost|over|more than|less than|cerca de|aproximadamente|perto de|a volta de|quase|mais de|menos de|~|≈)'

/** Words that claim a rise or a fall by themselves; `up`, `more` or `mais` do so only beside a number. Offices of disaster risk reduction claim nothing by their name. */
export const directionAlone =
  /\b(?:(?<up>increas(?:e|es|ed|ing)|rose|risen|rises|rising|grew|grown|growth|aument(?:o|os|ou|aram|ando)|subi(?:u|ram|da)|cresc(?:eu|eram|imento)|acrescimo)|(?<down>decreas(?:e|es|ed|ing)|fell|fallen|falls|falling|declin(?:e|es|ed|ing)|dropped|(?<!risk )reduction(?! of (?:disaster )?risks?\b)|reduced|reducao(?! d[eo]s? riscos?\b)|reduzi(?:u|ram)|diminui(?:cao|u|ram)|baix(?:ou|aram)|desc(?:eu|eram)|queda|decrescimo))\b/g

/** `an increase of about 38`, `fell by 12`, `mais 12 722`: the words right before a number that make it a difference. */
export const differenceBefore = new RegExp(
  `\\b(?:(?:(?<up>${rising})|(?<down>${falling}))(?: (?:of|by|de|em))?|(?<more>mais|plus)|(?<fewer>(?<!\\b(?:pelo|ao) )menos|minus))(?: ${approximate})? ?$`,
)

/** `12 722 more people`, `38 % increase`, `41,8 % mais`: the words right after a number that make it a difference. */
export const differenceAfter = new RegExp(
  `^ ?(?:(?:displaced |deslocad[oa]s )?(?:people|persons|individuals|households|pessoas|agregados|familias|women|men)(?: deslocad[oa]s)? (?:a |em )?)?(?:(?<more>more|mais)|(?<fewer>fewer|less|menos)|(?<up>${rising})|(?<down>${falling}))\\b(?! (?:de|of) \\d)`,
)

export type Approximation = 'exact' | 'near' | 'above' | 'below'

const nearBefore = new RegExp(`(?:^|[^a-z])${approximate}(?: the| os| as| of)? ?$`)

/** What the words right before a number say about its precision. */
export function approximationBefore(folded: string): Approximation {
  if (/\b(?:over|more than|mais de)(?: the| os| as)? ?$/.test(folded)) return 'above'
  if (/\b(?:almost|nearly|less than|quase|menos de) ?$/.test(folded)) return 'below'
  return nearBefore.test(folded) ? 'near' : 'exact'
}

export const averageBefore = /\b(?:average|mean|em media|media|averaging)(?: (?:of|de|is|e))?(?: about| cerca de)? ?$/
export const previousWords = /\b(?:previous|earlier|last|preceding|anterior(?:es)?|passada|precedente)\b/
/** Words before a round that make it the one compared with. */
export const comparedRound =
  /\b(?:since|than in|than|from|over|with|against|desde a|do que na|que na|em relacao a|face a|com a|para a|difference to)(?: the)? $/

/** Sizes without digits cannot be checked, so they are asked for in digits. */
export const sizeInWords = /\b(?:half|doubled?|doubling|twice|tripled?|metade|dobro|dobrou|duplicou|triplo|triplicou)\b/g
