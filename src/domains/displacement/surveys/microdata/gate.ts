/**
 * The gate: how likely somebody in the file is recognised by what others know of him, and no public file from the country's limit up. The refusal names the columns
 * that make it so, and what in them is rare. Practice: HDX, global risk below 3 %; method: Benedetti and Franconi 1998 (`engines/disclosure/risk.ts`).
 */
import { risk } from '../../../../engines/disclosure/index.ts'
import { type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { type MicrodataTable, weightColumn } from './coarsen.ts'
import type { MicrodataColumn, MicrodataRisk } from './microdata.ts'

/** A weight is as good as the name of the stratum or cluster that it belongs to. */
export const keysOf = (columns: readonly MicrodataColumn[], withWeights: boolean): string[] => [
  ...columns.filter(({ isKey }) => isKey).map(({ question }) => question),
  ...(withWeights ? [weightColumn] : []),
]

function measured({ rows, weights }: MicrodataTable, keys: string[]): MicrodataRisk | Refused {
  const found = risk(rows, keys, { weights })
  if ('code' in found) return refused(refuse(found.code, found.facts))
  const groups = new Map<string, number>()
  const group = (row: Record<string, string>) => JSON.stringify(keys.map((key) => row[key]))
  for (const row of rows) groups.set(group(row), (groups.get(group(row)) ?? 0) + 1)
  const unique = [...groups.values()].filter((records) => records === 1).length
  return { global: found.global, highest: found.perRecord.reduce((most, one) => Math.max(most, one), 0), kAnonymity: found.kAnonymity, unique, keys }
}

const percent = (share: number) => Math.round(share * 10_000) / 100
const rareBelow = 5
const namedKeys = 3

/** The rarest first. */
function rareIn({ rows }: MicrodataTable, key: string): string[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[key]!, (counts.get(row[key]!) ?? 0) + 1)
  const rare = [...counts].filter(([value, records]) => value !== '' && records < rareBelow)
  return rare.sort(([one, a], [other, b]) => a - b || one.localeCompare(other, 'en', { numeric: true })).map(([value]) => value)
}

/** The risk as it is, or everything that is wrong with it. */
export function passGate(table: MicrodataTable, keys: string[], limit: number): MicrodataRisk | Refused {
  const found = measured(table, keys)
  if ('refused' in found || found.global < limit) return found
  const without = keys.flatMap((key) => {
    const left = measured(
      table,
      keys.filter((each) => each !== key),
    )
    return 'refused' in left ? [] : [{ key, global: left.global }]
  })
  const worst = without.sort((a, b) => a.global - b.global).slice(0, namedKeys)
  const rare = worst.flatMap(({ key }) => {
    const values = rareIn(table, key)
    return values.length > 0 ? [`${key} (${values.slice(0, 8).join(', ')}${values.length > 8 ? ' …' : ''})`] : []
  })
  return refused(
    refuse('microdata.risk', {
      risk: percent(found.global),
      limit: percent(limit),
      k: found.kAnonymity,
      unique: found.unique,
      keys: worst.map(({ key, global }) => `${key} (${percent(global)} %)`),
      rare: rare.length > 0 ? rare : worst.map(({ key }) => key),
    }),
  )
}
