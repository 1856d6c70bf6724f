/** The library of materials: by topic, with the languages they speak, and whether the message that they carry still holds. */
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Material, useMaterials } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { Copies } from './Copies.tsx'
import { CopiesForm } from './CopiesForm.tsx'
import { NewMaterial } from './NewMaterial.tsx'

export function LibraryTab() {
  const { t, language } = useWords()
  const mine = useBilingual()
  const edits = useHolds('communications')
  const topics = useCodes('messageTopic')
  const languages = useCodes('messageLanguage')
  const [asked, setAsked] = useState({ topic: '', language: '' })
  const { data, error } = useMaterials()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const shown = data.items.filter((item) => (!asked.topic || item.topic === asked.topic) && (!asked.language || item.languages.includes(asked.language)))
  const columns: Column<Material>[] = [
    {
      ...{ key: 'title', title: t('materials.title'), header: true, value: ({ title }: Material) => mine(title) },
      cell: ({ title, code }) => (
        <>
          {mine(title)} <span className="quiet">{code}</span>
        </>
      ),
    },
    { key: 'kind', title: t('materials.kind'), value: ({ kind }) => t(`materials.kind.${kind}`), cell: ({ kind }) => t(`materials.kind.${kind}`) },
    { key: 'topic', title: t('messages.topic'), value: ({ topic }) => topics.label(topic), cell: ({ topic }) => topics.label(topic) },
    { key: 'languages', title: t('messages.languages'), cell: (item) => item.languages.map(languages.label).join(' · ') },
    { key: 'print', title: t('materials.print'), cell: ({ print }) => (print ? printOf(print) : t('notSaid')) },
    { key: 'stock', title: t('materials.stock'), cell: (item) => <Copies item={item} /> },
    { key: 'consent', title: t('materials.consent'), cell: ({ consent }) => t(`materials.consent.${consent}`) },
    {
      ...{ key: 'message', title: t('messages.one') },
      cell: ({ message, messageKey, outdatedSince }) =>
        message && (
          <>
            <Link href={`/messages/${message}`}>{messageKey}</Link>
            {outdatedSince && <span className="tag">{t('messages.outdated', { since: shortDate(outdatedSince, language) })}</span>}
          </>
        ),
    },
  ]
  const choice = (name: 'topic' | 'language', options: { value: string; label: string }[]) => (
    <NativeSelect
      label={t(`messages.${name}`)}
      value={asked[name]}
      onChange={({ currentTarget }) => setAsked({ ...asked, [name]: currentTarget.value })}
      data={[{ value: '', label: t(name === 'topic' ? 'materials.all' : 'deliveries.everyLanguage') }, ...options]}
    />
  )
  return (
    <>
      {data.items.length === 0 ? (
        <Empty title={t('materials.none')}>{t('materials.noneNote')}</Empty>
      ) : (
        <>
          <div className="side-by-side library-choice">
            {choice('topic', topics.options)}
            {choice('language', languages.options)}
          </div>
          <DataTable rows={shown} columns={columns} rowKey={({ id }) => id} caption={t('messages.part.library')} stacks />
          {edits && shown.filter(({ recalledOn }) => !recalledOn).map((item) => <CopiesForm key={item.id} item={item} />)}
          {shown.length === 0 && <p className="quiet">{t('materials.nothingFound')}</p>}
        </>
      )}
      {edits && <NewMaterial />}
    </>
  )
}

const printOf = ({ format, pages, paper, colours }: NonNullable<Material['print']>): string =>
  [format, pages === null ? null : `${pages} p.`, paper, colours].filter(Boolean).join(' · ')
