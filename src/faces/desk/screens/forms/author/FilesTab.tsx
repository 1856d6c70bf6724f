/** Files and lists that the form names: what is there, what is missing, and where each list comes from. */
import { NativeSelect } from '@mantine/core'
import { size } from '../../../../portal/numbers.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { Attachment } from '../../../api/forms.ts'
import { useHolds } from '../../../api/session.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'
import type { TabGiven } from './AuthorScreen.tsx'
import { useDeedOn } from './useDeedOn.ts'

export function FilesTab({ shown }: TabGiven) {
  const { t } = useWords()
  const version = shown.draft ?? shown.published
  const mayAuthor = useHolds('dataOfficer') && shown.draft !== null
  if (!version || version.needed.length === 0) return <Empty title={t('files.none')}>{t('files.noneNote')}</Empty>
  return (
    <>
      {!shown.draft && <p className="quiet">{t('files.published')}</p>}
      <section className="table-frame">
        <table className="data">
          <caption className="unseen">{t('author.tab.files')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('files.name')}</th>
              <th scope="col">{t('files.content')}</th>
              {mayAuthor && <th scope="col">{t('files.change')}</th>}
            </tr>
          </thead>
          <tbody>
            {version.needed.map((fileName) => (
              <tr key={fileName}>
                <th scope="row">
                  <code>{fileName}</code>
                </th>
                <td>
                  <Content attachment={version.attachments.find((each) => each.fileName === fileName)} />
                </td>
                {mayAuthor && (
                  <td>
                    <Change form={shown.form.id} fileName={fileName} lists={shown.lists} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Content({ attachment }: { attachment: Attachment | undefined }) {
  const { t, language } = useWords()
  if (!attachment) return <b className="odd errors">{t('files.missing')}</b>
  if (attachment.kind === 'list') return <>{t('files.list', { list: attachment.list ?? '' })}</>
  return <>{t('files.file', { size: size(attachment.bytes ?? 0, language) })}</>
}

function Change({ form, fileName, lists }: { form: string; fileName: string; lists: readonly string[] }) {
  const { t } = useWords()
  const attaching = useDeedOn((given: File | string) => {
    if (typeof given === 'string') return post(`/api/forms/author/${form}/lists`, { fileName, list: given })
    const body = new FormData()
    // The form knows the file by the name that it writes, whatever it is called on this computer.
    body.set('file', given, fileName)
    return post(`/api/forms/author/${form}/attachments`, body)
  })
  return (
    <div className="file-change">
      {/\.csv$/i.test(fileName) && (
        <NativeSelect
          aria-label={t('files.fromRegister', { name: fileName })}
          size="xs"
          value=""
          onChange={(event) => event.currentTarget.value && attaching.mutate(event.currentTarget.value)}
          data={[{ value: '', label: t('files.chooseList') }, ...lists.map((list) => ({ value: list, label: list }))]}
        />
      )}
      <ChooseFile quiet label={t('files.upload')} take={(file) => attaching.mutate(file)} />
      <Refusals refusals={refusalsOf(attaching.error)} focus />
    </div>
  )
}
