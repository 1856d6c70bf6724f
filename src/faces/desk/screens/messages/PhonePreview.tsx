/** What a text costs on the phone and on the air while it is written, and how it reads. The letters that make it dear are named: one accent can double the parts. */
import { type ReadingEase, readingEase, smsLength, spokenSeconds } from '../../../../engines/message/index.ts'
import { number } from '../../../portal/numbers.ts'
import { useWords } from '../../words/words.ts'
import { languageTag } from './languageTag.ts'

type Given = { text: string; language: string; wordsPerSecond: number }

export function PhonePreview({ text, language, wordsPerSecond }: Given) {
  const { t } = useWords()
  const { alphabet, units, parts, perPart, left, outside } = smsLength(text)
  return (
    <div className="phone">
      <p className="phone-screen" lang={languageTag(language)}>
        {text}
      </p>
      <ul className="quiet small">
        <li>
          <strong>{t('messages.sms.parts', { n: parts, parts })}</strong> · {t('messages.sms.units', { units, perPart, left })}
        </li>
        {alphabet === 'unicode' && <li>{t('messages.sms.outside', { letters: outside.slice(0, 12).join(' '), n: outside.length })}</li>}
        <li>{t('messages.radio', { seconds: spokenSeconds(text, wordsPerSecond) })}</li>
        <Ease ease={readingEase(text, language)} />
      </ul>
    </div>
  )
}

function Ease({ ease: { wordsPerSentence, longShare } }: { ease: ReadingEase }) {
  const { t, language } = useWords()
  if (wordsPerSentence === null || longShare === null) return null
  return <li>{t('messages.ease', { words: number(Math.round(wordsPerSentence * 10) / 10, language), long: Math.round(100 * longShare) })}</li>
}
