/**
 * Partners' own workbooks as coordination may see them: what the wizard understood and found. The file itself, whose comments may name people, stays with its
 * organisation; it is read here as the house, and nothing of it but counts and findings is told.
 */
import { sql } from 'kysely'
import { type House, inWords, isRefused, listImports, previewImport, type Refused, read, refuse, refused, theSystem } from '../../../kernel/index.ts'
import { ownFourWImporter } from './import/ownImporter.ts'

export type Upload = { id: string; organisation: string; fileName: string; at: string; state: string; reason: string | null; summary: Record<string, unknown> }

export async function uploadsOf(house: House): Promise<Upload[]> {
  const taken = await listImports(house, theSystem, ownFourWImporter.kind)
  const named = await read(house.doors, theSystem, (db) =>
    db.rows<{ id: string; name: string }>(sql`
      select o.id, coalesce(i.name, o.name) as name from organisations.organisation o left join organisations.organisation i on i.id = o.merged_into
      where o.id::text = any (${taken.flatMap(({ choices }) => choices.target?.organisation ?? [])}::text[])`),
  )
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))
  return taken.map(({ id, fileName, at, state, choices, summary }) => ({
    ...{ id, fileName, at, state, summary },
    organisation: nameOf.get(choices.target?.organisation ?? '') ?? '',
    reason: choices.target?.reason?.trim() || null,
  }))
}

export async function oneUpload(house: House, id: string) {
  const known = (await uploadsOf(house)).find((upload) => upload.id === id)
  if (!known) return refused(refuse('import.not-found'))
  const shown = await previewImport(house, theSystem, id)
  if (isRefused(shown)) return shown satisfies Refused
  const { preview } = inWords(house, { preview: shown.preview })
  const { rows, inScope, quarantined, outOfScope, findings, details } = preview!
  return { upload: known, rows, inScope, quarantined, outOfScope, findings, details }
}
