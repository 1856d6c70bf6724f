/** One row: every answer with its question, both clocks, where it came from; changed in place by those who may. */
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { longDate } from '../../../portal/numbers.ts'
import { useDraft } from '../../../ui/draft.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { get, patch, refusalsOf } from '../../api/ask.ts'
import { apiPath, type RecordShape, type Row } from '../../api/dictionary.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useKeys } from '../../shell/keyboard.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { UsedIn } from '../strategy/indicator/UsedIn.tsx'
import { FieldText } from './FieldText.tsx'
import { type Answers, RowForm } from './RowForm.tsx'

export function OneRow({ record, id }: { record: RecordShape; id: string }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [editing, setEditing] = useState(false)
  const { data: row, error } = useQuery({ queryKey: ['record', record.name, id], queryFn: () => get<Row>(`${apiPath(record.name)}/${id}`) })
  const mayEdit = record.canUpdate && !record.appendOnly
  useKeys(mayEdit ? [{ keys: 'e', words: t('records.edit'), act: () => setEditing(true) }] : [])
  if (error && !row) return refusalsOf(error)[0]?.code === 'access.not-found' ? <NotFound /> : <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!row) return <WaitingPage />
  const titled = record.fields.find(({ name }) => name === record.title)
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href={pathOfRecord(record.name)}>{mine(record.labels.many)}</Link>
          </p>
          <h1>
            {titled?.kind !== 'text' && `${mine(record.labels.one)} `}
            {titled ? <FieldText field={titled} value={row[titled.name]} /> : id.slice(0, 8)}
          </h1>
        </div>
        {mayEdit && !editing && (
          <div className="deeds">
            <Button onClick={() => setEditing(true)}>{t('records.edit')}</Button>
          </div>
        )}
      </div>
      {editing ? (
        <Editing record={record} row={row} onDone={() => setEditing(false)} />
      ) : (
        <dl className="facts">
          {record.fields.map((field) => (
            <div key={field.name}>
              <dt>{mine(field.label)}</dt>
              <dd>
                <FieldText field={field} value={row[field.name]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small quiet">
        {record.appendOnly && `${t('records.appendOnly')} `}
        {row.effectiveAt && `${t('records.trueSince')} ${longDate(row.effectiveAt, language)} · `}
        {t('records.learned')} {longDate(row.recordedAt, language)} · {t('records.scope')} {row.scope} · {t('records.version')} {row.version}
        {row.importId && ` · ${t('records.fromImport')}`} · {t('records.class', { class: String(record.class) })}
      </p>
      <UsedIn record={record.name} id={id} />
    </>
  )
}

function Editing({ record, row, onDone }: { record: RecordShape; row: Row; onDone: () => void }) {
  const mine = useBilingual()
  const answers = useQueryClient()
  const initial: Answers = Object.fromEntries(record.fields.filter(({ computed, kind }) => !computed && kind !== 'json').map(({ name }) => [name, row[name]]))
  const draft = useDraft<Answers>(`${record.name} ${row.id} ${row.version}`, initial)
  const saving = useMutation({
    mutationFn: () => {
      const changed = Object.fromEntries(Object.entries(draft.value).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(row[name])))
      return patch<Row>(`${apiPath(record.name)}/${row.id}`, { version: row.version, ...changed })
    },
    onSuccess: async () => {
      draft.forget()
      await answers.invalidateQueries()
      onDone()
    },
  })
  return (
    <div className="narrow">
      <RowForm
        record={record}
        draft={draft}
        label={mine(record.labels.one)}
        refusals={refusalsOf(saving.error)}
        saving={saving.isPending}
        onSave={() => saving.mutate()}
        onCancel={onDone}
      />
    </div>
  )
}
