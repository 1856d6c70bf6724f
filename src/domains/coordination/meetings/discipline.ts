/**
 * Do promises of meetings become deeds? Done on time over due, by the first day that was promised; what is overdue and still open counts as not done
 * (specification: coordination, 4.6).
 */
export type Promised = { state: 'open' | 'done' | 'dropped'; firstDue: string; closedOn: string | null }

export type Discipline = { due: number; onTime: number; late: number; overdue: number; percent: number | null }

export function disciplineOf(actions: readonly Promised[], today: string): Discipline {
  const due = actions.filter(({ state, firstDue }) => state === 'done' || (state === 'open' && firstDue < today))
  const done = due.filter(({ state }) => state === 'done')
  const onTime = done.filter(({ closedOn, firstDue }) => closedOn !== null && closedOn <= firstDue).length
  const percent = due.length === 0 ? null : (100 * onTime) / due.length
  return { due: due.length, onTime, late: done.length - onTime, overdue: due.length - done.length, percent }
}
