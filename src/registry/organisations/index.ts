/** The door of the organisations. */
export { type KnownOrganisation, knownOrganisations, organisationKey } from './knownOrganisations.ts'
export { Organisation, OrganisationAlias } from './organisation.ts'
