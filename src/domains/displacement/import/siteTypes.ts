/**
 * What the site types and classifications of past files mean in the product's typology. Each value as written is asked once and remembered; a blank
 * stays unknown and is never filled from another round. Spellings of the Cyclone Idai site lists of 2019 to 2021; typology after the CCCM toolkit.
 */
import { fold } from '../../../engines/places/spelling.ts'
import type { Decision, SiteType } from './proposal.ts'
import { answerFor } from './proposal.ts'

/** What a value certainly says, and what it probably means; the second waits for a person. */
type Meaning = { sure?: Partial<SiteType>; likely?: Partial<SiteType> }

const types: Record<string, Meaning> = {
  'resettlement site': { sure: { type: 'relocation' } },
  'resettlement site planned': { sure: { type: 'relocation', origin: 'planned' } },
  'pre identified site for relocation': { sure: { type: 'relocation', state: 'proposed' } },
  'accomodation center': { sure: { type: 'accommodation_centre' } },
  'accommodation center': { sure: { type: 'accommodation_centre' } },
  'accommodation site': { sure: { type: 'accommodation_centre' } },
  spontaneous: { sure: { origin: 'self_settled' }, likely: {} },
  planned: { sure: { origin: 'planned' }, likely: {} },
}

const buildings: Record<string, Meaning> = {
  'planned camps': { sure: { building: 'planned_camp' } },
  'planned camp': { sure: { building: 'planned_camp' } },
  school: { sure: { building: 'school' } },
  'community center': { sure: { building: 'community_centre' } },
  other: { sure: { building: 'other' } },
  'open air site': { sure: { building: 'open_air' } },
  'private building': { sure: { building: 'private_building' } },
  'private house': { sure: { building: 'private_building' } },
  church: { sure: { building: 'religious_building' } },
  'religious buildings': { sure: { building: 'religious_building' } },
  hospital: { sure: { building: 'hospital' } },
  /** A term of the Philippine list. */
  'barangay hall': { likely: { building: 'public_building' } },
  /** Types written in the column of buildings. */
  'ressetlement site': { likely: { type: 'relocation' } },
  'temporary relocation site': { likely: { type: 'temporary' } },
}

export type TypeColumn = 'import.site-type' | 'import.site-classification'

const lists: Record<TypeColumn, Record<string, Meaning>> = { 'import.site-type': types, 'import.site-classification': buildings }

/** Null when neither column says anything. A type in its own column wins over one written in the other. */
export function readSiteType(typeText: string, classificationText: string, decisions: Decision[]): SiteType | null {
  const typed = meaningOf('import.site-type', typeText, decisions)
  const classified = meaningOf('import.site-classification', classificationText, decisions)
  return typed || classified ? { type: null, origin: null, state: null, building: null, ...classified, ...typed } : null
}

function meaningOf(column: TypeColumn, text: string, decisions: Decision[]): Partial<SiteType> | null {
  const value = fold(text)
  if (value === '') return null
  const meaning = lists[column][value]
  const decision = answerFor(decisions, column, value)
  if (decision?.answer === 'unknown') return null
  if (decision?.answer === 'as' && decision.value) return { ...meaning?.sure, [column === 'import.site-type' ? 'type' : 'building']: decision.value }
  const likely = decision?.answer === 'use-suggestion' ? meaning?.likely : {}
  return meaning ? { ...meaning.sure, ...likely } : null
}

/** What is proposed for one value: taken as it stands when it is certain, otherwise only suggested. */
export function proposedMeaning(column: TypeColumn, value: string): { certain: boolean; words: string[] } {
  const meaning = lists[column][fold(value)]
  const words = Object.values({ ...meaning?.sure, ...meaning?.likely }).filter((word) => word !== null)
  return { certain: meaning !== undefined && meaning.likely === undefined, words }
}
