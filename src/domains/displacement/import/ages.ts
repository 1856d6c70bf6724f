/**
 * Sex and age in a file: which columns hold whom ("Mulheres 0-4", "f_5_11", "Male 60+", `#affected+idps+f+age_0_4`), and what each row counted. Only whole sets are
 * taken: with one band missing, or one that the mission does not use, the shares of the others would be wrong. Spec: focus area 15, sex and age.
 */
import { type Count, isKnown } from '../../../engines/count.ts'
import { fold } from '../../../engines/places/spelling.ts'
import { type Finding, type Row, type Sheet, textOf } from '../../../kernel/tables.ts'
import { countOf } from './cells.ts'
import { cellOf, type Roles } from './columns.ts'

export type CountedAge = { sex: 'f' | 'm'; band: string; individuals: number }
type AgeColumn = { index: number; name: string; sex: 'f' | 'm'; band: string }
export type AgeColumns = { columns: AgeColumn[]; findings: Finding[] }

const sexes: Record<string, 'f' | 'm'> = {
  ...Object.fromEntries(['f', 'female', 'females', 'women', 'girls', 'mulher', 'mulheres', 'raparigas', 'feminino'].map((word) => [word, 'f' as const])),
  ...Object.fromEntries(['m', 'male', 'males', 'men', 'boys', 'homem', 'homens', 'rapazes', 'masculino'].map((word) => [word, 'm' as const])),
}
/** Words that a header of ages may hold beside the sex and the numbers; any other word makes it a column about something else. */
const besides = new Set(
  'sexo sex age aged ages idade idades anos years year a to e and de of mais over plus above older more acima idp idps affected displaced'.split(' '),
)
const applied = new Set(['applied', 'aplicado', 'aplicada', 'estimated', 'estimado', 'estimada', 'modelled', 'modelado', 'modelada'])

/** Sex and band of a header or of the attributes of an HXL tag; the band as from–to, or as from and over. */
function sexAndBand(words: readonly string[]): { sex: 'f' | 'm'; band: string } | null {
  const sex = words.flatMap((word) => sexes[word] ?? [])
  const numbers = words.filter((word) => /^\d{1,3}$/.test(word))
  const known = words.every((word) => sexes[word] || besides.has(word) || numbers.includes(word))
  if (!known || new Set(sex).size !== 1 || numbers.length === 0 || numbers.length > 2) return null
  return { sex: sex[0]!, band: numbers.length === 2 ? numbers.join('-') : `${numbers[0]}+` }
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/(\d)([a-z])|([a-z])(\d)/g, '$1$3 $2$4')
    .split(' ')

export function ageColumnsOf({ columns, name }: Sheet, roles: Roles, bands: readonly string[]): AgeColumns {
  const taken = new Set(Object.values(roles))
  const found = columns
    .filter(({ index }) => !taken.has(index))
    .flatMap((column) => {
      const said = sexAndBand(wordsOf(column.name)) ?? (column.hxl ? sexAndBand(wordsOf(column.hxl)) : null)
      return said ? [{ index: column.index, name: column.name, ...said }] : []
    })
  const unlisted = found.filter(({ band }) => !bands.includes(band)).map((column) => column.name)
  if (unlisted.length === 0) return { columns: found, findings: [] }
  return { columns: [], findings: [{ code: 'import.age-bands-unlisted', severity: 'warning', sheet: name, facts: { columns: unlisted, bands: [...bands] } }] }
}

type Totals = { line: number; name: string; individuals: Count; females: Count; males: Count }

/** Ages of one row: a row that left them all empty counted none; what cannot be used is left out with its reason and stays as it was sent. */
export function readAges(row: Row, { columns }: AgeColumns, roles: Roles, { line, name, ...totals }: Totals): { ages: CountedAge[]; findings: Finding[] } {
  const read = columns.map(({ index, sex, band }) => ({ sex, band, ...countOf(row.cells[index]) }))
  if (read.every(({ problem }) => problem === 'missing')) return { ages: [], findings: [] }
  const leftOut = (code: string, severity: Finding['severity'], facts: Finding['facts'] = {}) => ({
    ages: [],
    findings: [{ code, severity, line, facts: { line: String(line), name, ...facts } }],
  })
  if (applied.has(fold(textOf(cellOf(row, roles, 'ageMethod'))))) return leftOut('import.ages-applied', 'note')
  const ages = read.flatMap(({ sex, band, count }) => (isKnown(count) ? [{ sex, band, individuals: count }] : []))
  if (ages.length < read.length) return leftOut('import.ages-incomplete', 'warning')
  const sum = (sex?: 'f' | 'm') => ages.reduce((people, age) => (sex && age.sex !== sex ? people : people + age.individuals), 0)
  const over = (counted: number, total: Count) => isKnown(total) && counted > total
  if (over(sum(), totals.individuals) || over(sum('f'), totals.females) || over(sum('m'), totals.males))
    return leftOut('import.ages-exceed', 'warning', { counted: sum(), individuals: totals.individuals })
  return { ages: sum() > 0 ? ages : [], findings: [] }
}
