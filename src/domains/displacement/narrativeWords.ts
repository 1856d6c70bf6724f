/**
 * The words that name a figure in a sentence, in both languages and as stems where Portuguese bends them. The text made from the figures uses them, and a
 * text by an officer must use them too, so that "visited" can never pass for "not visited".
 */

const carried = ['carried forward', 'mantid']
const both = [
  'both rounds',
  'two rounds',
  'same places',
  'like for like',
  'like-for-like',
  'duas rondas',
  'ambas as rondas',
  'mesmos lugares',
  'mesmos locais',
  'mesmas localidades',
]
const notVisited = [
  'not visited',
  'could not be visited',
  'sem visita',
  'não visitad',
  'não foi visitad',
  'não foram visitad',
  'não puderam ser visitad',
  'não pôde ser visitad',
]
const carriedPlaces = [
  'account for a difference',
  'accounts for a difference',
  'leave the total',
  'leaves the total',
  'explicam uma diferença',
  'explica uma diferença',
  'não alteram o total',
  'não altera o total',
]

/** Words about the coverage of a figure; a figure carried from another round has no round of its own. */
export const coverageWords: Record<
  'expected' | 'assessed' | 'carriedForward' | 'notAssessed' | 'closed' | 'merged' | 'empty',
  { words: string[]; unless?: string[]; otherRound?: boolean; label: string }
> = {
  expected: { words: ['on the list', 'expected', 'planned', 'da lista', 'na lista', 'previst'], label: 'na lista / on the list' },
  assessed: { words: ['visited', 'assessed', 'visitad', 'avaliad'], unless: [...notVisited, ...both, ...carried], label: 'visitados / visited' },
  carriedForward: { words: carried, unless: carriedPlaces, otherRound: true, label: 'mantidos / carried forward' },
  notAssessed: { words: notVisited, label: 'sem visita / not visited' },
  closed: { words: ['closed', 'encerrad'], label: 'encerrados / closed' },
  merged: { words: ['merged', 'junto a', 'fundid'], label: 'juntos / merged' },
  empty: { words: ['empty', 'no displaced people', 'sem pessoas deslocadas'], label: 'vazios / empty' },
}

export const changeWords = {
  both,
  carried,
  carriedPlaces,
  fresh: [
    'new in the coverage',
    'newly covered',
    'covered for the first time',
    'novos na cobertura',
    'novas na cobertura',
    'novo na cobertura',
    'nova na cobertura',
    'pela primeira vez',
  ],
  gone: ['left the coverage', 'no longer covered', 'saíram da cobertura', 'saiu da cobertura'],
}
