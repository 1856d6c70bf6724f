/**
 * Two sets of criteria over the same candidates, of which so many have room: who would enter, who would leave, who stays. Scores are intervals, so a candidate is in or out
 * only where no missing answer could change it; equal points at the edge are as open as a missing answer. Source: durable solutions specification, section 5.
 */
import { type Answers, type Criterion, type Score, scoreOf } from './score.ts'

export type Candidacy = { id: string; answers: Answers; criteria: readonly Criterion[] }
export type Standing = 'in' | 'out' | 'open'
export type Change = 'enters' | 'leaves' | 'stays' | 'stays_out' | 'open'
export type ComparedSet = { id: string; before: Score; after: Score; was: Standing; becomes: Standing; change: Change; ask: string[] }

function standings(scores: readonly Score[], room: number): Standing[] {
  return scores.map((own, at) => {
    const others = scores.filter((_, other) => other !== at)
    if (others.filter(({ most }) => most >= own.least).length < room) return 'in'
    return others.filter(({ least }) => least > own.most).length >= room ? 'out' : 'open'
  })
}

const changes: Record<Standing, Record<Standing, Change>> = {
  in: { in: 'stays', out: 'leaves', open: 'open' },
  out: { in: 'enters', out: 'stays_out', open: 'open' },
  open: { in: 'open', out: 'open', open: 'open' },
}

/** `ask`: the unanswered criteria that keep a candidate open; none where only equal points do. */
export function compareSets(candidates: readonly Candidacy[], second: readonly Criterion[], room: number): ComparedSet[] {
  const before = candidates.map(({ answers, criteria }) => scoreOf(answers, { criteria, cut: 0 }))
  const after = candidates.map(({ answers }) => scoreOf(answers, { criteria: second, cut: 0 }))
  const [was, becomes] = [standings(before, room), standings(after, room)]
  return candidates.map(({ id }, n) => {
    const ask = [...new Set([...(was[n] === 'open' ? before[n]!.missing : []), ...(becomes[n] === 'open' ? after[n]!.missing : [])])]
    return { id, before: before[n]!, after: after[n]!, was: was[n]!, becomes: becomes[n]!, change: changes[was[n]!][becomes[n]!], ask }
  })
}
