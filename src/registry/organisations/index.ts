/** The door of the organisations. */

export { consortiumMembers, daysMeet, type Membership } from './consortiums.ts'
export { type KnownOrganisation, knownOrganisations, organisationKey } from './knownOrganisations.ts'
export { OrganisationMerge } from './merge.ts'
export { ConsortiumMember, Organisation, OrganisationAlias } from './organisation.ts'
export { organisationRoutes } from './organisationRoutes.ts'
export { organisationSentences } from './organisationSentences.ts'
