/** All questionnaires with what arrived today and what waits for a reviewer; the door for a new workbook stands above them. */
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type FormLine, useForms } from '../../api/forms.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { FieldTabs } from './FieldTabs.tsx'
import { FormStateTag } from './FormStateTag.tsx'
import { NewForm } from './NewForm.tsx'

export const titleOf = (form: Pick<FormLine, 'title' | 'titles'>, language: string) => form.titles[language] ?? form.title

export function FormList() {
  const { t } = useWords()
  const { data, error } = useForms()
  const mayAuthor = useHolds('dataOfficer')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('forms.title')}</h1>
          <p className="quiet">{t('forms.intro')}</p>
        </div>
        {mayAuthor && !adding && (
          <div className="deeds">
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('forms.new')}
            </button>
          </div>
        )}
      </div>
      <FieldTabs at="list" />
      {adding && <NewForm onClose={() => setAdding(false)} />}
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && !adding && (
        <Empty
          title={t('forms.none')}
          deed={
            mayAuthor && (
              <button type="button" className="link" onClick={() => setAdding(true)}>
                {t('forms.new')}
              </button>
            )
          }
        >
          {t('forms.noneNote')}
        </Empty>
      )}
      {data && data.length > 0 && <FormTable forms={data} />}
    </>
  )
}

function FormTable({ forms }: { forms: FormLine[] }) {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const count = (key: 'today' | 'waiting' | 'flagged' | 'total', filter?: string): Column<FormLine> => ({
    key,
    title: t(`forms.${key}`),
    number: true,
    total: true,
    value: (form) => form[key],
    cell: (form) =>
      form[key] === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <Link href={`/forms/review?form=${form.id}${filter ?? ''}`}>{key === 'flagged' ? <b className="odd warnings">{form[key]}</b> : form[key]}</Link>
      ),
  })
  const columns: Column<FormLine>[] = [
    {
      key: 'title',
      title: t('forms.form'),
      header: true,
      value: (form) => titleOf(form, language),
      cell: (form) => (
        <>
          <Link href={`/forms/${form.id}`}>{titleOf(form, language)}</Link>
          {form.training && <span className="tag form-tag">{t('forms.training')}</span>}
          <small className="quiet form-code">{form.code}</small>
        </>
      ),
    },
    { key: 'state', title: t('forms.state'), value: ({ state }) => state, cell: ({ state }) => <FormStateTag state={state} /> },
    {
      key: 'version',
      title: t('forms.version'),
      value: ({ published }) => published,
      cell: ({ published, draft }) => (
        <span className="tight">
          {published ?? <span className="quiet">{t('forms.notPublished')}</span>}
          {draft && (
            <small className={draft.refusals > 0 ? 'odd errors form-code' : 'quiet form-code'}>
              {draft.refusals > 0 ? t('forms.draftErrors', { n: draft.refusals }) : t('forms.draftWaits')}
            </small>
          )}
        </span>
      ),
    },
    count('today', '&sort=new'),
    count('waiting', '&state=received,edited,hasIssues'),
    count('flagged', '&flag=any'),
    count('total'),
    {
      key: 'last',
      title: t('forms.last'),
      value: ({ last }) => last,
      cell: ({ last }) => (last ? <span className="tight">{shortDate(last, language)}</span> : <span className="quiet">{t('forms.nothingYet')}</span>),
    },
  ]
  return <DataTable rows={forms} columns={columns} rowKey={({ id }) => id} caption={t('forms.title')} onOpen={({ id }) => go(`/forms/${id}`)} totals />
}
