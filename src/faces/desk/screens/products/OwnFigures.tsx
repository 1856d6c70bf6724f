/** Figures of the mission's own that stand in no published set: what each counts, and where it is written down. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import type { OwnFigure } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

type Given = { figures: readonly OwnFigure[]; edits: boolean; onChange: (figures: OwnFigure[]) => void }
const units = ['individuals', 'households', 'places', 'other'] as const
const empty = { pt: '', en: '', value: '' as string | number, unit: 'other' as OwnFigure['unit'], source: '' }

export function OwnFigures({ figures, edits, onChange }: Given) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [next, setNext] = useState(empty)
  const ready = next.value !== '' && [next.pt, next.en, next.source].every((each) => each.trim() !== '')
  const add = () => {
    onChange([...figures, { label: { pt: next.pt.trim(), en: next.en.trim() }, value: Number(next.value), unit: next.unit, source: next.source.trim() }])
    setNext(empty)
  }
  const line = (name: 'pt' | 'en' | 'source') => (
    <TextInput label={t(`products.figure.${name}`)} value={next[name]} onChange={(event) => setNext({ ...next, [name]: event.currentTarget.value })} />
  )
  if (figures.length === 0 && !edits) return null
  return (
    <fieldset>
      <legend>{t('products.ownFigures')}</legend>
      <ul>
        {figures.map((figure, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same figure may stand twice
          <li key={at}>
            {mine(figure.label)}: <strong>{number(figure.value, language)}</strong> <span className="small quiet">{figure.source}</span>{' '}
            {edits && (
              <Button size="compact-sm" variant="default" onClick={() => onChange(figures.filter((_, other) => other !== at))}>
                {t('products.figure.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edits && (
        <>
          <div className="side-by-side">
            {line('pt')}
            {line('en')}
            <NumberInput label={t('products.figure.value')} min={0} value={next.value} onChange={(value) => setNext({ ...next, value })} />
            <NativeSelect
              label={t('products.figure.unit')}
              value={next.unit}
              onChange={(event) => setNext({ ...next, unit: event.currentTarget.value as OwnFigure['unit'] })}
              data={units.map((unit) => ({ value: unit, label: t(`products.unit.${unit}`) }))}
            />
            {line('source')}
          </div>
          <Button variant="default" disabled={!ready} onClick={add}>
            {t('products.figure.add')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
