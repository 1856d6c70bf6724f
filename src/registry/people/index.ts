/** The door of the register of people. */
export { type ErasedFrom, erasePeople } from './erase.ts'
export { householdFacts, peopleOf } from './householdFacts.ts'
export { type ConsentGiven, type HouseholdGiven, type KnownHousehold, keepHousehold, type PersonGiven } from './keepHousehold.ts'
export { Consent, Household, Membership, Person, PersonLink, Residence } from './person.ts'
export { openSecret } from './secret.ts'
export { peopleSentences } from './sentences.ts'
