/** One language of a message: its text with what it costs, whether it still says what the source says, and what somebody else understood from it. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Message, useOutreachDeed } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'
import { languageTag } from './languageTag.ts'
import { PhonePreview } from './PhonePreview.tsx'
import { TermHints } from './TermHints.tsx'

type Given = { message: Message; language: string; edits: boolean; wordsPerSecond: number }

export function LanguageText({ message: { id, texts, sourceLanguage, sourceEdition }, language, edits, wordsPerSecond }: Given) {
  const { t } = useWords()
  const { label } = useCodes('messageLanguage')
  const kept = texts.find((text) => text.language === language)
  const [text, setText] = useState(kept?.text ?? '')
  const sourceText = texts.find((each) => each.language === sourceLanguage)?.text ?? ''
  const url = `/api/publications/messages/${id}`
  const saving = useOutreachDeed(() => post(`${url}/texts`, { language, text, edition: kept?.edition ?? 0, source: sourceEdition }))
  const looking = useOutreachDeed(() => post(`${url}/look-over`, { language, source: sourceEdition }))
  const ready = text.trim() !== '' && text !== kept?.text
  const name = label(language)
  return (
    <section className="card">
      <h3>
        {name} {language === sourceLanguage && <span className="quiet">· {t('messages.source')}</span>}{' '}
        {kept?.stale && <span className="tag">{t('messages.stale')}</span>}
      </h3>
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={name}>
        {edits ? (
          <Textarea
            aria-label={t('messages.textIn', { language: name })}
            lang={languageTag(language)}
            autosize
            minRows={3}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        ) : null}
        <TermHints text={text} language={language} source={language === sourceLanguage ? null : { text: sourceText, language: sourceLanguage }} />
        {text && <PhonePreview text={text} language={language} wordsPerSecond={wordsPerSecond} />}
        {kept && <p className="quiet small">{t('messages.editionBy', { edition: kept.edition, name: kept.writer ?? t('notSaid') })}</p>}
        {edits && (
          <div className="form-deeds">
            <Button type="submit" disabled={!ready} loading={saving.isPending}>
              {t('messages.save')}
            </Button>
            {kept?.stale && (
              <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate(undefined)}>
                {t('messages.lookOver')}
              </Button>
            )}
          </div>
        )}
        <Refusals refusals={[...refusalsOf(saving.error), ...refusalsOf(looking.error)]} focus />
      </KeyedForm>
      {kept?.backTranslation && (
        <p className="small">
          <strong>{t('messages.back')}</strong> {kept.backTranslation} <span className="quiet">({kept.backTranslator})</span>
        </p>
      )}
      {edits && kept && !kept.mine && language !== sourceLanguage && <BackTranslation id={id} language={language} />}
    </section>
  )
}

function BackTranslation({ id, language }: { id: string; language: string }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const keeping = useOutreachDeed(
    () => post(`/api/publications/messages/${id}/back-translation`, { language, text }),
    () => setText(''),
  )
  return (
    <details>
      <summary>{t('messages.backWrite')}</summary>
      <KeyedForm onSave={() => text.trim() && keeping.mutate(undefined)} label={t('messages.backWrite')}>
        <Textarea label={t('messages.backLabel')} autosize minRows={2} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
        <Button type="submit" disabled={!text.trim()} loading={keeping.isPending}>
          {t('messages.save')}
        </Button>
        <Refusals refusals={refusalsOf(keeping.error)} focus />
      </KeyedForm>
    </details>
  )
}
