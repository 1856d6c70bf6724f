/** Taking a 4W workbook in, through the house's own wizard and command: shown first, written whole or not at all, taken back in one step. */
import { sql } from 'kysely'
import { fold } from '../../../../engines/places/spelling.ts'
import { type Choices, type Db, type House, type Importer, type Preview, today } from '../../../../kernel/index.ts'
import { knownOrganisations, organisationKey } from '../../../../registry/organisations/index.ts'
import { gazetteerOf } from '../../../../registry/places/index.ts'
import { namingWorks } from '../sameWork/works.ts'
import { toldOnPortal } from './content.ts'
import { interpretFourW } from './interpret.ts'
import type { Found, FourWProposal, KnownActivity } from './shapes.ts'
import { undoFourW } from './undo.ts'
import { writeFourW } from './write.ts'

const nationalMatrix = 'national'

function wordsOf({ pack }: House, list: string): ReadonlyMap<string, string> {
  const codes = pack.codeLists.get(list)?.codes ?? []
  return new Map(codes.flatMap(({ code, label, aliases = [] }) => [...aliases, label.pt, label.en, code].map((word): [string, string] => [fold(word), code])))
}

/** Under the keys by which the rows of a file stand. */
async function sentForImport(db: Db): Promise<Found['sent']> {
  const works = await namingWorks(db)
  return works.map(({ organisationName, implementerName, funderName, ...work }) => ({
    ...{ ...work, name: organisationName, organisation: organisationKey(organisationName) },
    implementer: implementerName && organisationKey(implementerName),
    funder: funderName && organisationKey(funderName),
  }))
}

export async function lookUp({ target = {} }: Choices, db: Db, house: House): Promise<Found> {
  const places = await db.rows<{ id: string; pcode: string }>(sql`select id, pcode from places.place where country = ${house.pack.country.iso3} and level <= 4`)
  const aliases = await db.rows<{ name: string; pcode: string }>(sql`
    select a.name, p.pcode from places.alias a join places.place p on p.id = a.place where a.kind = 'code' and p.level <= 4`)
  const activities = await db.rows<KnownActivity & { organisation: string; externalId: string }>(sql`
    select a.id, a.content, a.source, o.name as organisation, a.external_id from coordination.activity a
    join organisations.organisation o on o.id = a.organisation`)
  const told = await toldOnPortal(db)
  return {
    places: await gazetteerOf(db, house.pack.country.iso3),
    placeIds: new Map(places.map(({ id, pcode }) => [pcode, id])),
    codeAliases: new Map(aliases.map(({ name, pcode }) => [name, pcode])),
    organisations: await knownOrganisations(db),
    words: { sector: wordsOf(house, 'sector'), modality: wordsOf(house, 'modality'), organisationKind: wordsOf(house, 'organisationKind') },
    activities: new Map(
      activities.map(({ organisation, externalId, ...one }) => [`${organisationKey(organisation)} ${externalId}`, { ...one, today: told.get(one.id) }]),
    ),
    sent: await sentForImport(db),
    today: today(),
    source: target.operation?.trim() || nationalMatrix,
  }
}

export function previewOf(proposal: FourWProposal): Preview {
  const { rows, activities, quarantined, findings, unknownCodes } = proposal
  const asked = unknownCodes.filter(({ suggestions }) => suggestions.length > 0)
  const items = asked.map(({ code, rows: n, suggestions }) => ({
    ...{ id: code, key: `coordination.place-not-found/${code}`, label: code, facts: { code, rows: n }, suggestions, proposed: null },
  }))
  const question = {
    ...{ code: 'coordination.place-not-found', key: 'coordination.place-not-found', proposed: null, options: [{ value: 'use' }] },
    facts: { code: asked.map(({ code }) => code).join(', '), suggestions: asked.flatMap(({ suggestions }) => suggestions) },
  }
  return {
    ...{ rows, inScope: activities.length, quarantined: quarantined.length, outOfScope: proposal.others, findings },
    questions: asked.length > 0 ? [{ ...question, items } as Preview['questions'][number]] : [],
    details: {
      ...{ shape: '4w', rounds: [], newPlaces: 0, sheet: proposal.sheet, source: proposal.source },
      ...{ new: proposal.new.length, known: proposal.same.length, changed: proposal.changed.length, gone: proposal.gone },
      newOrganisations: proposal.organisations.filter(({ known }) => known === null).length,
    },
  }
}

export const fourWImporter: Importer<FourWProposal, Found> = {
  kind: 'fourW',
  label: { pt: 'Quem faz o quê onde (4W)', en: 'Who does what where (4W)' },
  who: ['clusterCoordinator'],
  lookUp,
  interpret: interpretFourW,
  preview: previewOf,
  write: writeFourW,
  undo: undoFourW,
}
