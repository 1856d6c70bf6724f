/** All messages with how they stand: what no longer holds first, then what is translated from an older text. */
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Message, useMessages } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewMessage } from './NewMessage.tsx'
import { Standing } from './Standing.tsx'

const rank = ({ outdatedSince, texts }: Message) => (outdatedSince ? 0 : texts.some(({ stale }) => stale) ? 1 : 2)

export function StudioTab() {
  const { t, language } = useWords()
  const edits = useHolds('communications')
  const topics = useCodes('messageTopic')
  const languages = useCodes('messageLanguage')
  const { data, error } = useMessages()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const columns: Column<Message>[] = [
    {
      ...{ key: 'key', title: t('messages.one'), header: true, value: ({ key }: Message) => key },
      cell: ({ id, key }) => <Link href={`/messages/${id}`}>{key}</Link>,
    },
    { key: 'topic', title: t('messages.topic'), value: ({ topic }) => topics.label(topic), cell: ({ topic }) => topics.label(topic) },
    { key: 'languages', title: t('messages.languages'), cell: ({ texts }) => texts.map((text) => languages.label(text.language)).join(' · ') },
    { key: 'until', title: t('messages.validUntil'), value: ({ validUntil }) => validUntil, cell: ({ validUntil }) => shortDate(validUntil, language) },
    { key: 'standing', title: t('messages.standing'), value: rank, cell: (message) => <Standing message={message} /> },
  ]
  return (
    <>
      {data.messages.length === 0 ? (
        <Empty title={t('messages.none')}>{t(edits ? 'messages.noneNote' : 'messages.noneYet')}</Empty>
      ) : (
        <DataTable
          rows={data.messages}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('messages.part.studio')}
          sort={{ key: 'standing', descending: false }}
          stacks
        />
      )}
      <p>
        <Link href="/records/publications/term">{t('terms.list')}</Link>
      </p>
      {edits && <NewMessage />}
    </>
  )
}
