/** A movement that proved wrong is withdrawn with its reason: it leaves every figure and stays in the list. */
import { audit, type Db, getRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { MovementEvent } from './event.ts'

export async function withdrawMovement(db: Db, id: string, reason: string): Promise<{ id: string } | Refused> {
  const movement = await getRow(db, MovementEvent, id)
  if (!movement) return refused(refuse('access.not-found'))
  if (movement.withdrawnReason) return refused(refuse('movement.withdrawn-already'))
  if (reason.trim() === '') return refused(refuse('movement.withdrawn-without-reason'))
  await updateRow(db, MovementEvent, id, { withdrawnReason: reason.trim() })
  await audit(db, 'movement.withdraw', MovementEvent.name, id)
  return { id }
}
