/** One message: all its languages side by side, what keeps it true, and with whom it was tried. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { post, postForFile, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Message, useMessages, useOutreachDeed } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { FactForms } from './FactForms.tsx'
import { LanguageText } from './LanguageText.tsx'
import { Standing } from './Standing.tsx'
import { Trials } from './Trials.tsx'

export function OneMessage({ id }: { id: string }) {
  const { t, language } = useWords()
  const edits = useHolds('communications')
  const topics = useCodes('messageTopic')
  const { data, error } = useMessages()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingPage />
  const message = data.messages.find((each) => each.id === id)
  if (!message) return <NotFound />
  const facts = [
    [t('messages.topic'), topics.label(message.topic)],
    [t('messages.factSource'), message.factSource],
    [t('messages.validUntil'), shortDate(message.validUntil, language)],
    ...(message.factChange ? [[t('messages.factChange'), message.factChange]] : []),
  ] as [string, string][]
  return (
    <>
      <p className="small">
        <Link href="/messages">{t('messages.title')}</Link>
      </p>
      <h1>{message.key}</h1>
      <dl className="facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
        <div>
          <dt>{t('messages.standing')}</dt>
          <dd>
            <Standing message={message} />
          </dd>
        </div>
      </dl>
      <Approve message={message} />
      <Sheet message={message} />
      <Languages message={message} edits={edits} wordsPerSecond={data.wordsPerSecond} />
      <Trials message={message} edits={edits} />
      {edits && <FactForms message={message} />}
    </>
  )
}

function Approve({ message: { id, approved, outdatedSince, texts } }: { message: Message }) {
  const { t } = useWords()
  const mayApprove = useHolds('communications', 'chief', 'governmentReviewer')
  const approving = useOutreachDeed(() => post(`/api/publications/messages/${id}/approve`))
  if (approved || !mayApprove || outdatedSince || texts.some(({ stale }) => stale)) return null
  return (
    <div className="form-deeds">
      <Button variant="default" loading={approving.isPending} onClick={() => approving.mutate(undefined)}>
        {t('messages.approve')}
      </Button>
      <span className="quiet small">{t('messages.approveNote')}</span>
      <Refusals refusals={refusalsOf(approving.error)} focus />
    </div>
  )
}

/** On paper, to be read aloud or pinned up; a letter that the print lacks is told here. */
function Sheet({ message: { id, key } }: { message: Message }) {
  const { t, language } = useWords()
  const printing = useOutreachDeed(() => postForFile(`/api/publications/messages/${id}/sheet`, { lang: language }, `${key}.pdf`))
  return (
    <div className="form-deeds">
      <Button variant="default" loading={printing.isPending} onClick={() => printing.mutate(undefined)}>
        {t('messages.sheet')}
      </Button>
      <span className="quiet small">{t('messages.sheetNote')}</span>
      <Refusals refusals={refusalsOf(printing.error)} focus />
    </div>
  )
}

/** The source stands first; a language that has no text yet is added as an empty card. */
function Languages({ message, edits, wordsPerSecond }: { message: Message; edits: boolean; wordsPerSecond: number }) {
  const { t } = useWords()
  const { options } = useCodes('messageLanguage')
  const [added, setAdded] = useState<string[]>([])
  const written = message.texts.map(({ language }) => language)
  const shown = [message.sourceLanguage, ...written.filter((each) => each !== message.sourceLanguage), ...added.filter((each) => !written.includes(each))]
  const free = options.filter(({ value }) => !shown.includes(value))
  return (
    <>
      <h2 className="after-table">{t('messages.languages')}</h2>
      <div className="languages">
        {shown.map((language) => (
          <LanguageText
            key={`${language}${message.texts.find((text) => text.language === language)?.edition ?? 0}`}
            {...{ message, language, edits, wordsPerSecond }}
          />
        ))}
      </div>
      {edits && free.length > 0 && (
        <NativeSelect
          className="add-language"
          label={t('messages.addLanguage')}
          value=""
          onChange={({ currentTarget }) => currentTarget.value && setAdded([...added, currentTarget.value])}
          data={[{ value: '', label: t('records.choose') }, ...free]}
        />
      )}
    </>
  )
}
