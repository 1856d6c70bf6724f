/** A typed figure in parts, by sex, age or whatever its definition names: together they are the total, and those who cannot be placed are a part of their own. */
import { NumberInput, TextInput } from '@mantine/core'
import { number } from '../../../../portal/numbers.ts'
import { useCodes } from '../../../api/codes.ts'
import { useWords } from '../../../words/words.ts'

export type Cells = { value: string; numerator: string; denominator: string }
/** By breakdown, then by part. */
export type Parts = Record<string, Record<string, Cells>>

const blank: Cells = { value: '', numerator: '', denominator: '' }
const fixed: Record<string, readonly string[]> = { sex: ['female', 'male', 'unknown'], disability: ['with', 'without', 'unknown'] }
const numeric = (text: string) => (text.trim() === '' ? null : Number(text))
const isTyped = ({ value, numerator, denominator }: Cells) => [value, numerator, denominator].some((text) => text.trim() !== '')

/** What was typed alone: a part that nobody filled is not sent, and the sum tells whether it is missing. */
export const breakdownsOf = (parts: Parts, isRatio: boolean) =>
  Object.entries(parts).flatMap(([by, cells]) => {
    const typed = Object.entries(cells).filter(([key, one]) => key !== '' && isTyped(one))
    const told = typed.map(([key, { value, numerator, denominator }]) =>
      isRatio ? { key, numerator: numeric(numerator), denominator: numeric(denominator) } : { key, value: numeric(value) },
    )
    return told.length > 0 ? [{ by, parts: told }] : []
  })

type Given = { by: string; isRatio: boolean; cells: Record<string, Cells>; total: string; onType: (cells: Record<string, Cells>) => void }

export function PartsInput({ by, isRatio, cells, total, onType }: Given) {
  const { t, named, language } = useWords()
  const { options } = useCodes(by === 'ageBand' ? 'ageBand' : '')
  const known = by === 'ageBand' ? options.map(({ value }) => value) : fixed[by]
  const nameOf = (key: string) => options.find(({ value }) => value === key)?.label ?? named('part', key)
  // Parts that no list knows are named by whoever types them, one empty line always waiting.
  const keys = known ?? [...Object.keys(cells).filter((key) => key !== ''), '']
  const name = isRatio ? 'numerator' : 'value'
  const sum = Object.values(cells).reduce((all, one) => all + (numeric(one[name]) ?? 0), 0)
  const rename = (from: string, to: string) =>
    onType(Object.fromEntries([...Object.entries(cells).filter(([key]) => key !== from), [to, cells[from] ?? blank]]))
  return (
    <details>
      <summary>{named('breakdown', by)}</summary>
      <p className="small quiet">{t('results.partsNote')}</p>
      {keys.map((key, at) => (
        <div className="side-by-side" key={known ? key : at}>
          {!known && <TextInput label={t('results.part')} value={key} onChange={({ currentTarget }) => rename(key, currentTarget.value)} />}
          {(isRatio ? (['numerator', 'denominator'] as const) : (['value'] as const)).map((field) => (
            <NumberInput
              key={field}
              label={known ? `${nameOf(key)}${isRatio ? `: ${t(`results.${field}`)}` : ''}` : t(`results.${field}`)}
              value={cells[key]?.[field] ?? ''}
              onChange={(value) => onType({ ...cells, [key]: { ...(cells[key] ?? blank), [field]: String(value) } })}
              disabled={key === ''}
              min={0}
            />
          ))}
        </div>
      ))}
      <p className="small" role="status">
        {t('results.partsSum', { sum: number(sum, language), total: total.trim() === '' ? t('notSaid') : number(Number(total), language) })}
      </p>
    </details>
  )
}
