/** Every text in every language, side by side; what is changed becomes a new draft. The same table goes out as a sheet and comes back. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { percent } from '../../../../portal/numbers.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { get, post, refusalsOf } from '../../../api/ask.ts'
import { formsKey } from '../../../api/forms.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import type { TabGiven } from './AuthorScreen.tsx'
import { SheetDeeds } from './SheetDeeds.tsx'
import { useDeedOn } from './useDeedOn.ts'

type Line = { sheet: 'survey' | 'choices'; row: number; field: string; name: string; texts: Record<string, string> }
type Table = { languages: string[]; lines: Line[]; coverage: { language: string; said: number; of: number }[] }

const keyOf = (line: Line, language: string) => JSON.stringify([line.sheet, line.row, line.field, language])

export function TranslationsTab({ shown: { form } }: TabGiven) {
  const { t, language } = useWords()
  const mayAuthor = useHolds('dataOfficer')
  const { data, error } = useQuery({
    queryKey: [...formsKey, form.id, 'translations'],
    queryFn: () => get<Table>(`/api/forms/author/${form.id}/translations`),
    enabled: mayAuthor,
  })
  if (!mayAuthor) return <p className="quiet">{t('translations.notYours')}</p>
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  return (
    <>
      <ul className="coverage-list">
        {data.coverage.map(({ language: name, said, of }) => (
          <li key={name}>
            <b>{name || t('translations.unnamed')}</b> {percent(of === 0 ? 100 : (said / of) * 100, language)}{' '}
            <span className="quiet">{t('translations.said', { said, of })}</span>
          </li>
        ))}
      </ul>
      <SheetDeeds form={form.id} />
      <Editing form={form.id} table={data} />
    </>
  )
}

function Editing({ form, table }: { form: string; table: Table }) {
  const { t } = useWords()
  const [added, add] = useState('')
  const [typed, type] = useState('')
  const languages = added && !table.languages.includes(added) ? [...table.languages, added] : table.languages
  const [from, setFrom] = useState(languages[0] ?? '')
  const [chosen, setTo] = useState(languages[1] ?? languages[0] ?? '')
  const to = languages.includes(chosen) ? chosen : (languages[0] ?? '')
  const { value, set, forget } = useDraft<{ texts: Record<string, string> }>(`translations.${form}`, { texts: {} })
  const changes = table.lines.flatMap((line) => {
    const text = value.texts[keyOf(line, to)]
    return text === undefined || text === (line.texts[to] ?? '') ? [] : [{ sheet: line.sheet, row: line.row, field: line.field, language: to, text }]
  })
  const saving = useDeedOn(() => post(`/api/forms/author/${form}/translations`, { changes }), forget)
  const options = languages.map((name) => ({ value: name, label: name || t('translations.unnamed') }))
  return (
    <>
      <div className="filters">
        <NativeSelect label={t('translations.from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} data={options} />
        <NativeSelect label={t('translations.to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} data={options} />
        <TextInput label={t('translations.add')} description={t('translations.addHint')} value={typed} onChange={(event) => type(event.currentTarget.value)} />
        <Button
          variant="default"
          disabled={typed.trim() === ''}
          onClick={() => {
            add(typed.trim())
            setTo(typed.trim())
            type('')
          }}
        >
          {t('translations.addDeed')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <div className="table-frame">
        <table className="data translations">
          <caption className="unseen">{t('author.tab.translations')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('translations.what')}</th>
              <th scope="col">{from || t('translations.unnamed')}</th>
              <th scope="col">{to || t('translations.unnamed')}</th>
            </tr>
          </thead>
          <tbody>
            {table.lines.map((line) => (
              <tr key={keyOf(line, '')}>
                <th scope="row">
                  <code>{line.name}</code>
                  <small className="quiet form-code">{`${line.sheet} ${line.row} · ${line.field}`}</small>
                </th>
                <td>{line.texts[from] || <span className="quiet">{t('translations.missing')}</span>}</td>
                <td>
                  <Textarea
                    aria-label={t('translations.textFor', { name: line.name, field: line.field })}
                    autosize
                    minRows={1}
                    value={value.texts[keyOf(line, to)] ?? line.texts[to] ?? ''}
                    onChange={(event) => set({ texts: { ...value.texts, [keyOf(line, to)]: event.currentTarget.value } })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-deeds sticky-deeds">
        <Button disabled={changes.length === 0} loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
          {t('translations.save', { n: changes.length })}
        </Button>
        <span role="status" className="small quiet">
          {changes.length > 0 ? t('keptHere') : saving.isSuccess && t('translations.saved')}
        </span>
      </div>
    </>
  )
}
