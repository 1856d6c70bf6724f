/**
 * A partner's own workbook: the same reading as the cluster's, for the rows of its organisation alone. What it sends, it vouches for: a row that says the same is
 * confirmed. After the lock a changed or a new row is a correction with its reason, and what was locked stays as it was.
 */
import { sql } from 'kysely'
import { type Db, type House, type Importer, type Preview, type Refused, refuse, refused, today } from '../../../../kernel/index.ts'
import { organisationKey } from '../../../../registry/organisations/index.ts'
import type { Change } from '../keepBefore.ts'
import { keepAsNew, keepBefore } from '../keepBefore.ts'
import { currentCycle, isLocked } from '../lifeOfCycle.ts'
import { toldOnPortal } from './content.ts'
import { fourWImporter, lookUp, previewOf } from './importer.ts'
import { comparedWith, interpretFourW } from './interpret.ts'
import type { Found, FourWProposal, KnownActivity, ProposedActivity } from './shapes.ts'
import { summaryOf, type Writing, writeRows } from './write.ts'

type OwnFound = Found & { lockedMonth: string | null; reason: string | null }
type OwnProposal = FourWProposal & { own: string; lockedMonth: string | null; reason: string | null }

/** By the key under which the file's rows stand; rows of another organisation are not even looked at. */
async function ownActivities(db: Db, own: string): Promise<Map<string, KnownActivity>> {
  const rows = await db.rows<KnownActivity & { name: string; externalId: string }>(sql`
    select a.id, a.content, a.source, a.external_id, o.name from coordination.activity a join organisations.organisation o on o.id = a.organisation
    where a.organisation = ${own}`)
  const told = await toldOnPortal(db)
  return new Map(rows.map(({ name, externalId, ...one }) => [`${organisationKey(name)} ${externalId}`, { ...one, today: told.get(one.id) }]))
}

/** Every row of the file is vouched for, also the one that says what it said before. */
async function confirmSame(rows: readonly ProposedActivity[], known: ReadonlyMap<string, KnownActivity>, { db, importId, as, confirmedOn }: Writing) {
  const ids = rows.map(({ organisation, externalId }) => known.get(`${organisation} ${externalId}`)!.id)
  await keepBefore(db, ids, { kind: 'confirmed', cycle: as.cycle, importId })
  await db.run(sql`update coordination.activity set last_confirmed = ${confirmedOn}::date, version = version + 1 where id = any (${ids}::uuid[])`)
}

async function writeOwn(
  shown: OwnProposal,
  importId: string,
  db: Db,
  house: House,
  progress: (done: number, of: number) => void,
): Promise<Record<string, unknown> | Refused> {
  const cycle = await currentCycle(db)
  // The cluster may have taken a workbook in since the preview: what is new is asked once more.
  const known = await ownActivities(db, shown.own)
  const proposal = { ...shown, ...comparedWith(known, shown.activities) }
  const corrects = isLocked(cycle)
  if (corrects && proposal.changed.length + proposal.new.length > 0 && !shown.reason)
    return refused(refuse('coordination.month-locked', { month: cycle!.month }))
  const as: Change = { kind: corrects ? 'correction' : 'changed', cycle: cycle?.id ?? null, reason: corrects ? shown.reason : null }
  const writing: Writing = { importId, db, home: house.pack.country.pcode, as, confirmedOn: today() }
  const written = await writeRows(proposal, writing, house, progress)
  if (corrects) await keepAsNew(db, written, { ...as, importId })
  await confirmSame(proposal.same, known, writing)
  return { ...summaryOf(proposal), confirmed: proposal.same.length }
}

function preview(proposal: OwnProposal): Preview {
  const shown = previewOf(proposal)
  const { lockedMonth, reason } = proposal
  const told = proposal.changed.length + proposal.new.length
  const corrects = lockedMonth !== null && told > 0
  const findings: Preview['findings'] = corrects
    ? [{ code: 'coordination.becomes-correction', severity: reason ? 'note' : 'warning', facts: { month: lockedMonth, told } }]
    : []
  return { ...shown, findings: [...findings, ...shown.findings], details: { ...shown.details, own: true, asksForReason: corrects } }
}

export const ownFourWImporter: Importer<OwnProposal, OwnFound> = {
  kind: 'fourWOwn',
  label: { pt: 'O 4W da sua organização', en: "Your organisation's 4W" },
  who: ['partner'],
  ownedBy: ({ organisation }) => (organisation ? { organisation } : refused(refuse('coordination.no-organisation'))),
  remembers: ['coordination.place-not-found'],
  lookUp: async (choices, db, house) => {
    const own = choices.target?.organisation ?? ''
    const cycle = await currentCycle(db)
    return {
      ...(await lookUp(choices, db, house)),
      ...{ own, source: 'partner', activities: await ownActivities(db, own) },
      ...{ lockedMonth: isLocked(cycle) ? cycle!.month : null, reason: choices.target?.reason?.trim() || null },
    }
  },
  interpret: (file, choices, found) => {
    const read = interpretFourW(file, choices, found)
    if ('refused' in read) return read
    // The register of organisations is not a partner's to write.
    const organisations = read.organisations.filter(({ known }) => known !== null).map((one) => ({ ...one, spellings: [] }))
    return { ...read, organisations, own: found.own!, lockedMonth: found.lockedMonth, reason: found.reason }
  },
  preview,
  write: writeOwn,
  undo: fourWImporter.undo,
}
