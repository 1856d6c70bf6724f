/**
 * How easily a record of a survey file can be tied to a real person by what others already know (sex, age, district …).
 * Gate in practice (HDX): microdata become public only when the global risk is below 3 %.
 * Source: Benedetti and Franconi 1998; Hundepool et al. 2012, section 3.3. With p = f / sum of weights, the risk of a record is
 * the integral of y^(f-1) p^f / (1-(1-p)y)^f over 0..1.
 */

export type Row = Record<string, string>
export type Risk = {
  perRecord: number[]
  /** Mean of the records' risks. */
  global: number
  kAnonymity: number
  /** Fewest different sensitive answers in a group of alike records; null when no sensitive column is named. */
  lDiversity: number | null
}
export type RiskRefusal = { code: 'disclosure.weights-do-not-fit' | 'disclosure.no-records'; facts: { rows: number; weights: number | null } }

/** Without weights every record is taken for the whole of its group: risk 1/f. */
export function risk(rows: Row[], keys: string[], options: { weights?: number[]; sensitive?: string } = {}): Risk | RiskRefusal {
  const { weights, sensitive } = options
  if (rows.length === 0) return { code: 'disclosure.no-records', facts: { rows: 0, weights: weights?.length ?? null } }
  if (weights && (weights.length !== rows.length || weights.some((weight) => !(weight > 0)))) {
    return { code: 'disclosure.weights-do-not-fit', facts: { rows: rows.length, weights: weights.length } }
  }
  const groups = new Map<string, { count: number; weight: number; answers: Set<string> }>()
  const keyOf = (row: Row) => JSON.stringify(keys.map((key) => row[key] ?? null))
  rows.forEach((row, i) => {
    const key = keyOf(row)
    const group = groups.get(key) ?? { count: 0, weight: 0, answers: new Set<string>() }
    group.count += 1
    group.weight += weights ? weights[i]! : 1
    if (sensitive) group.answers.add(row[sensitive] ?? '')
    groups.set(key, group)
  })
  const riskOf = new Map([...groups].map(([key, group]) => [key, weights ? recordRisk(group.count, group.count / group.weight) : 1 / group.count]))
  const perRecord = rows.map((row) => riskOf.get(keyOf(row))!)
  return {
    perRecord,
    global: perRecord.reduce((sum, one) => sum + one, 0) / rows.length,
    kAnonymity: Math.min(...[...groups.values()].map((group) => group.count)),
    lDiversity: sensitive ? Math.min(...[...groups.values()].map((group) => group.answers.size)) : null,
  }
}

/** Risk of a record that shares its key with f records of the sample, each standing for 1/p people. */
export function recordRisk(f: number, p: number): number {
  if (p >= 1) return 1 / f
  return p > 0.5 ? riskBySeries(f, p) : riskByRecursion(f, p)
}

function riskByRecursion(f: number, p: number): number {
  const odds = p / (1 - p)
  let current = odds * Math.log(1 / p)
  for (let next = 2; next <= f; next++) current = odds * (1 / (next - 1) - current)
  return current
}

/** The integral as its hypergeometric series (Euler): p/f times the sum of n! (1-p)^n / ((f+1)…(f+n)); all terms positive, so no digits are lost. */
function riskBySeries(f: number, p: number): number {
  let term = 1
  let sum = 1
  for (let n = 0; term > sum * 1e-17; n++) {
    term *= ((n + 1) / (f + 1 + n)) * (1 - p)
    sum += term
  }
  return (p / f) * sum
}
