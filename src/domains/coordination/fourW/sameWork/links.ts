/**
 * The same work sent by who pays and by who does it: both rows stay, linked, and the implementer's alone counts. Coordination can separate them with a reason, and
 * say later that they are one after all.
 */
import { sentByBoth } from '../../../../engines/reach/index.ts'
import type { Db } from '../../../../kernel/index.ts'
import { pairKey, type Said, saidOf } from './said.ts'
import { type StandingWork, sentWorks } from './works.ts'

export function linksIn(works: readonly StandingWork[], said: ReadonlyMap<string, Said[]>): { donor: StandingWork; implementer: StandingWork }[] {
  const separated = (pair: [string, string]) =>
    (said.get(pairKey(pair)) ?? []).some(({ organisation, answer }) => organisation === null && answer === 'different')
  return sentByBoth(works).filter(({ donor, implementer }) => !separated([donor.id, implementer.id]))
}

type End = { id: string; organisation: string; name: string; externalId: string }
export type WorkLink = { activityType: string; sector: string; place: string; donor: End; implementer: End; pair: [string, string] }

const endOf = ({ id, organisation, organisationName, externalId }: StandingWork): End => ({ id, organisation, name: organisationName, externalId })

export async function linksNow(db: Db): Promise<WorkLink[]> {
  const works = await sentWorks(db)
  if (works.length === 0) return []
  return linksIn(works, await saidOf(db)).map(({ donor, implementer }) => ({
    ...{ activityType: donor.type!, sector: donor.sector, place: donor.placeName, donor: endOf(donor), implementer: endOf(implementer) },
    pair: [donor.id, implementer.id],
  }))
}
