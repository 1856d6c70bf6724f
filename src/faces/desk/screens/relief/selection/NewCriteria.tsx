/** Criteria as a community states them: a question in both languages, whole points, and what counts as evidence. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { searchPlaces } from '../../../api/places.ts'
import { useSelectionDeed } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

const oneMore = { code: '', pt: '', en: '', evidence: '', kind: 'yes', points: '', atMost: '' }
type Row = typeof oneMore
const empty = { code: '', pt: '', en: '', validFrom: '', source: '' }

const criterionOf = ({ code, pt, en, evidence, kind, points, atMost }: Row) => ({
  ...{ code, question: { pt, en }, evidence, kind, points: Number(points), about: [] },
  atMost: kind === 'each' ? Number(atMost) : null,
})
const isWhole = ({ kind, points, atMost, ...words }: Row) =>
  Object.values(words).every((word) => word.trim() !== '') && /^-?\d+$/.test(points) && (kind === 'yes' || /^\d+$/.test(atMost))

export function NewCriteria() {
  const { t } = useWords()
  const [given, setGiven] = useState(empty)
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [rows, setRows] = useState<Row[]>([oneMore])
  const writing = useSelectionDeed(
    () => {
      const { pt, en, ...rest } = given
      return post('/api/relief/criteria-sets', { ...rest, name: { pt, en }, place: place?.pcode, criteria: rows.map(criterionOf) })
    },
    () => {
      setGiven(empty)
      setRows([oneMore])
      setPlace(null)
    },
  )
  const ready = place !== null && Object.values(given).every((each) => each.trim() !== '') && rows.every(isWhole)
  const input = (name: keyof typeof empty, type = 'text') => (
    <TextInput
      type={type}
      label={t(`selection.new.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  return (
    <details className="card">
      <summary>{t('selection.newCriteria')}</summary>
      <Refusals refusals={refusalsOf(writing.error)} focus />
      <KeyedForm onSave={() => ready && writing.mutate(undefined)} label={t('selection.newCriteria')}>
        <div className="side-by-side">
          {input('code')}
          {input('pt')}
          {input('en')}
        </div>
        <div className="side-by-side">
          {input('source')}
          {input('validFrom', 'date')}
        </div>
        <PlacePicker search={searchPlaces} onChoose={setPlace} label={t('selection.place')} />
        {place && <p>{t('selection.placeChosen', { place: place.name })}</p>}
        {rows.map((row, at) => (
          <CriterionRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while it is written
            key={at}
            row={row}
            onChange={(changed) => setRows(rows.map((each, i) => (i === at ? changed : each)))}
          />
        ))}
        <div className="form-deeds">
          <Button variant="default" onClick={() => setRows([...rows, oneMore])}>
            {t('selection.oneMore')}
          </Button>
          <Button type="submit" disabled={!ready} loading={writing.isPending}>
            {t('selection.saveCriteria')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}

function CriterionRow({ row, onChange }: { row: Row; onChange: (row: Row) => void }) {
  const { t } = useWords()
  const input = (name: Exclude<keyof Row, 'kind'>, type = 'text') => (
    <TextInput
      type={type}
      label={t(`selection.criterion.${name}`)}
      value={row[name]}
      onChange={({ currentTarget }) => onChange({ ...row, [name]: currentTarget.value })}
    />
  )
  return (
    <div className="criterion-row">
      {input('code')}
      {input('pt')}
      {input('en')}
      <NativeSelect
        label={t('selection.criterion.kind')}
        value={row.kind}
        onChange={({ currentTarget }) => onChange({ ...row, kind: currentTarget.value })}
        data={(['yes', 'each'] as const).map((value) => ({ value, label: t(`selection.kind.${value}`) }))}
      />
      {input('points', 'number')}
      {row.kind === 'each' ? input('atMost', 'number') : <span />}
      {input('evidence')}
    </div>
  )
}
