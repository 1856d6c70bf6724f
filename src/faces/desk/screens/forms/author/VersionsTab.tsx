/** Every version that went to the field, newest first: when, with which note, and its workbook. All are accepted for ever. */
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import type { Version } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import type { TabGiven } from './AuthorScreen.tsx'

export function VersionsTab({ shown: { form, versions, draft } }: TabGiven) {
  const { t, language } = useWords()
  const columns: Column<Version>[] = [
    { key: 'name', title: t('forms.version'), header: true, value: ({ publishedAt }) => publishedAt, cell: ({ name }) => name || t('unknown') },
    {
      key: 'when',
      title: t('versions.when'),
      value: ({ publishedAt }) => publishedAt,
      cell: ({ publishedAt }) => (publishedAt ? shortDate(publishedAt, language) : <b>{t('formState.draft')}</b>),
    },
    { key: 'languages', title: t('versions.languages'), cell: ({ languages }) => languages.join(', ') || t('translations.unnamed') },
    { key: 'note', title: t('versions.note'), cell: ({ note }) => note ?? '' },
    {
      key: 'files',
      title: t('versions.files'),
      cell: ({ id, workbookName, refusals }) => (
        <span className="deeds">
          {workbookName && <a href={`/api/forms/author/${form.id}/versions/${id}/workbook`}>{t('versions.workbook')}</a>}
          {refusals === 0 && (
            <a href={`/api/forms/author/${form.id}/versions/${id}/xform`} download={`${form.code}.xml`}>
              XForm
            </a>
          )}
        </span>
      ),
    },
  ]
  const rows = draft ? [draft, ...versions] : versions
  if (rows.length === 0) return <Empty title={t('author.noVersion')}>{t('author.noVersionNote')}</Empty>
  return <DataTable rows={rows} columns={columns} rowKey={({ id }) => id} caption={t('author.tab.versions')} />
}
