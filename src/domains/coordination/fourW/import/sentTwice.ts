/** What a file tells that the donor or the implementer of the same work tells too, in this file or before: both stay, linked, and one counts. */
import { type SentWork, sentByBoth } from '../../../../engines/reach/index.ts'
import type { ImportFinding } from '../../../../kernel/index.ts'
import type { Found, ProposedActivity } from './shapes.ts'

type Told = SentWork & { externalId: string; name: string; line: number | null }

export function sentByAnotherToo(activities: readonly ProposedActivity[], { sent, organisations, today }: Found, about: { sheet: string }): ImportFinding[] {
  const written = new Set(activities.map(({ organisation, externalId }) => `${organisation} ${externalId}`))
  const inFile = activities.map(
    ({ line, externalId, organisation, sector, activityType, pcode, location, fromDay, toDay, status, implementer, funder, projectCode }): Told => ({
      ...{ id: `line ${line}`, line, externalId, organisation, name: organisations.get(organisation)?.name ?? organisation, sector, type: activityType },
      ...{ place: pcode, site: location, fromDay: fromDay ?? (status === 'ongoing' ? today : null), toDay, status, implementer, funder, projectCode },
    }),
  )
  // What the file says anew is compared as the file says it.
  const standing = sent.filter(({ organisation, externalId }) => !written.has(`${organisation} ${externalId}`)).map((one): Told => ({ ...one, line: null }))
  return sentByBoth([...inFile, ...standing]).flatMap(({ donor, implementer }) =>
    [
      { own: donor, other: implementer },
      { own: implementer, other: donor },
    ].flatMap(({ own, other }): ImportFinding[] =>
      own.line === null
        ? []
        : [
            {
              ...{ ...about, line: own.line, code: 'coordination.donor-and-implementer-both', severity: 'warning' },
              facts: { other: `${other.name}, ${other.externalId}` },
            },
          ],
    ),
  )
}
