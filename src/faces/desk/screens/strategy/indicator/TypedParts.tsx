/** The parts of a figure by sex, age or whatever its definition names, typed beside the total; left empty where nobody counted them apart. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { number } from '../../../../portal/numbers.ts'
import { useWords } from '../../../words/words.ts'
import { useParts } from './partNames.ts'

type Part = { key: string; value: string; numerator: string; denominator: string }
export type PartsTyped = Record<string, Part[]>
type Side = 'value' | 'numerator' | 'denominator'

const none = { value: '', numerator: '', denominator: '' }
const isTyped = (part: Part) => part.key.trim() !== '' && [part.value, part.numerator, part.denominator].some((text) => text !== '')
const numeric = (text: string) => (text.trim() === '' ? null : Number(text))

/** What nobody typed is not sent: a part that was not counted belongs to those who cannot be placed. */
export const partsAsSent = (typed: PartsTyped) =>
  Object.entries(typed)
    .map(([by, parts]) => ({ by, parts: parts.filter(isTyped) }))
    .filter(({ parts }) => parts.length > 0)
    .map(({ by, parts }) => ({
      by,
      parts: parts.map(({ key, value, numerator, denominator }) => ({
        ...{ key: key.trim(), value: numeric(value), numerator: numeric(numerator), denominator: numeric(denominator) },
      })),
    }))

type Given = { by: string; ratio: boolean; total: Record<Side, string>; parts: Part[]; onChange: (parts: Part[]) => void }

export function TypedParts({ by, ratio, total, parts, onChange }: Given) {
  const { t, named, language } = useWords()
  const { keys, name } = useParts(by)
  const rows = [...keys.map((key) => parts.find((part) => part.key === key) ?? { key, ...none }), ...parts.filter(({ key }) => !keys.includes(key))]
  const put = (at: number, change: Partial<Part>) => onChange(rows.map((row, each) => (each === at ? { ...row, ...change } : row)))
  const sides: readonly Side[] = ratio ? ['numerator', 'denominator'] : ['value']
  const isOpen = by === 'stage' || by === 'unit'
  return (
    <fieldset className="typed-parts">
      <legend>{named('breakdown', by)}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end
        <div className="side-by-side" key={at}>
          {keys.includes(row.key) ? null : (
            <TextInput label={t('results.partName')} value={row.key} onChange={(event) => put(at, { key: event.currentTarget.value })} />
          )}
          {sides.map((side) => (
            <NumberInput
              key={side}
              min={0}
              label={[keys.includes(row.key) ? name(row.key) : row.key, ratio ? t(`results.${side}`) : ''].filter(Boolean).join(' · ') || t('results.value')}
              value={row[side]}
              onChange={(value) => put(at, { [side]: String(value) })}
            />
          ))}
        </div>
      ))}
      {rows.some(isTyped) &&
        sides.map((side) => {
          const sum = rows.filter(isTyped).reduce((all, row) => all + (numeric(row[side]) ?? 0), 0)
          const whole = numeric(total[side])
          return (
            <p key={side} className={whole === sum ? 'quiet' : 'unknown'}>
              {whole === null
                ? t('results.partsSum', { sum: number(sum, language) })
                : t('results.partsOfTotal', { sum: number(sum, language), total: number(whole, language) })}
            </p>
          )
        })}
      {isOpen && (
        <Button variant="subtle" onClick={() => onChange([...rows, { key: '', ...none }])}>
          {t('results.addPart')}
        </Button>
      )}
    </fieldset>
  )
}
