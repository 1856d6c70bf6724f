/** Repairs that the compiler offers for a draft: the author accepts them one by one or all at once, and sees each as a change of named cells before. */
import { applyRepairs } from '../../../engines/xlsform/index.ts'
import type { Actor } from '../../access/actor.ts'
import { type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { refuse } from '../../refusal.ts'
import { changeDraft, type Drafted } from './draft.ts'
import { understoodBy } from './find.ts'

/** `accepted` are positions among the findings of the draft that the author saw, named by its fingerprint. */
export function acceptRepairs(house: House, actor: Actor, form: string, { accepted, of }: { accepted: number[]; of: string }): Promise<Drafted | Refused> {
  return changeDraft(house, actor, form, async (workbook, draft) => {
    if (draft.understood !== of) return refused(refuse('forms.draft-changed'))
    const { findings } = await understoodBy(house, draft)
    const mended = accepted.flatMap((at) => (findings[at]?.repair ? [findings[at]] : []))
    return mended.length === 0 ? refused(refuse('forms.no-repair')) : applyRepairs(workbook, mended)
  })
}
