/** Puts a form made from a record's declaration into a project as a draft, so that its author reads it before anybody fills it. */
import type { Actor } from '../../access/actor.ts'
import { type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { refuse } from '../../refusal.ts'
import { type Drafted, keepDraft } from './draft.ts'
import { workbookFromRecord } from './fromRecord.ts'
import { workbookFile } from './writeWorkbook.ts'

export async function draftFromRecord(house: House, actor: Actor, project: number, name: string, version: string): Promise<Drafted | Refused> {
  const record = house.records.get(name)
  if (!record) return refused(refuse('forms.record-unknown', { record: name }))
  const workbook = workbookFromRecord(record, house.pack, version)
  const { sha256 } = await house.files.put(await workbookFile(workbook))
  return keepDraft(house, actor, { project }, workbook, { sha256, name: `${record.table}.xlsx` })
}
