/** Asking for one answer in the way of its kind; wording as declared, no red before leaving a field. */
import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { get, withQuery } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { apiPath, type FieldShape, type Row, useDictionary } from '../../api/dictionary.ts'
import type { Page } from '../../api/displacement.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

type Given = { field: FieldShape; value: unknown; onChange: (value: unknown) => void }

export function FieldInput({ field, value, onChange }: Given) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const { options } = useCodes(field.list ?? '')
  const common = { label: mine(field.label), description: field.hint ? mine(field.hint) : undefined, required: field.required, withAsterisk: field.required }
  const text = value === null || value === undefined ? '' : String(value)
  const orNull = (typed: string) => onChange(typed === '' ? null : typed)
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return (
        <NumberInput
          {...common}
          min={field.min}
          max={field.max}
          allowDecimal={field.kind === 'decimal'}
          value={text}
          onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
        />
      )
    case 'date':
      return <TextInput {...common} type="date" value={text.slice(0, 10)} onChange={(event) => orNull(event.currentTarget.value)} />
    case 'boolean':
      return <Checkbox {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
    case 'oneOf':
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={(event) => orNull(event.currentTarget.value)}
          data={[{ value: '', label: t('records.choose') }, ...(field.values ?? []).map((each) => ({ value: each, label: named('value', each) }))]}
        />
      )
    case 'code':
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={(event) => orNull(event.currentTarget.value)}
          data={[{ value: '', label: t('records.choose') }, ...options]}
        />
      )
    case 'codes': {
      const held = (value as string[] | null) ?? []
      if (options.length === 0)
        return <TextInput {...common} value={held.join(', ')} onChange={(event) => onChange(event.currentTarget.value.split(/,\s*/).filter(Boolean))} />
      return (
        <Checkbox.Group {...common} value={held} onChange={onChange}>
          <div className="choices">
            {options.map(({ value: code, label }) => (
              <Checkbox key={code} value={code} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      )
    }
    case 'bilingual': {
      const both = (value as Bilingual | null) ?? { pt: '', en: '' }
      return (
        <>
          <Textarea
            {...common}
            lang="pt"
            label={t('records.portuguese', { label: common.label })}
            value={both.pt}
            onChange={(event) => onChange({ ...both, pt: event.currentTarget.value })}
          />
          <Textarea
            {...common}
            lang="en"
            description={undefined}
            label={t('records.english', { label: common.label })}
            value={both.en}
            onChange={(event) => onChange({ ...both, en: event.currentTarget.value })}
          />
        </>
      )
    }
    case 'ref':
      return field.to === 'places.place' ? <PlaceInput {...{ field, value, onChange }} /> : <ReferenceInput {...{ field, value, onChange }} />
    default:
      return (field.letters ?? 2000) > 300 ? (
        <Textarea {...common} value={text} maxLength={field.letters} onChange={(event) => orNull(event.currentTarget.value)} />
      ) : (
        <TextInput {...common} value={text} maxLength={field.letters} onChange={(event) => orNull(event.currentTarget.value)} />
      )
  }
}

function PlaceInput({ field, value, onChange }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data: place } = useQuery({
    queryKey: ['record', 'places.place', value],
    queryFn: () => get<Row>(`${apiPath('places.place')}/${value}`),
    enabled: Boolean(value),
  })
  return (
    <div>
      <PlacePicker search={searchPlaces} label={mine(field.label)} onChoose={({ id }) => onChange(id)} />
      {place && <p className="small">{t('records.chosenPlace', { name: `${place.name} (${place.pcode})` })}</p>}
    </div>
  )
}

function ReferenceInput({ field, value, onChange }: Given) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data: records } = useDictionary()
  const record = records?.find(({ name }) => name === field.to)
  const { data } = useQuery({
    queryKey: ['record', field.to, 'choices'],
    queryFn: () => get<Page<Row>>(withQuery(apiPath(field.to ?? ''), { limit: 500, sort: record?.title })),
    enabled: record !== undefined,
  })
  const titled = (row: Row) => (record?.title ? String(row[record.title]) : row.id.slice(0, 8))
  return (
    <NativeSelect
      label={mine(field.label)}
      required={field.required}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: t('records.choose') }, ...(data?.rows ?? []).map((row) => ({ value: row.id, label: titled(row) }))]}
    />
  )
}
