/** The door of the register of people. */

export { mergeHouseholds, splitHousehold } from './changeHouseholds.ts'
export { type AboutConsent, giveConsent, lastConsent, withdrawPurpose } from './consents.ts'
export { distinctPeople } from './distinctPeople.ts'
export { type ErasedFrom, erasePeople } from './erase.ts'
export { likelyPeople, searchPeople } from './findPerson.ts'
export { HouseholdChange } from './householdChange.ts'
export {
  activeHouseholds,
  activeNumbers,
  type CardHousehold,
  type HouseholdFacts,
  householdByNumber,
  householdFacts,
  householdsForCards,
  listedHouseholds,
  peopleFrom,
  peopleOf,
} from './householdFacts.ts'
export { type HouseholdHistory, householdHistory } from './householdHistory.ts'
export { type ConsentGiven, type HouseholdGiven, type KnownHousehold, keepHousehold, type PersonGiven } from './keepHousehold.ts'
export { linkPeople, undoLink } from './link.ts'
export { type OpenPerson, openHousehold, openPerson } from './openPerson.ts'
export { acrossApart, weighApart } from './pairThread.ts'
export { type ListedPerson, listedPeople, peopleIn, tableOf } from './peopleTable.ts'
export { Consent, Household, Membership, Person, PersonLink, Residence } from './person.ts'
export { openSecret } from './secret.ts'
export { peopleSentences } from './sentences.ts'
export { undoHouseholdChange } from './undoChange.ts'
export { asJudgedNow, learned, startingWeights, type Weights } from './weights.ts'
