/** Where the answer goes, drawn as the phone draws it. */
import type { Question } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import { textIn } from './LanguagePick.tsx'

const drawnChoices = 12

export function PhoneAnswer({ question, language }: { question: Question; language: string }) {
  const { t } = useWords()
  const { type, choices, from, list, appearance } = question
  if (type === 'note') return null
  if (choices && !/minimal|autocomplete/.test(appearance ?? '')) {
    const several = type.startsWith('select_multiple')
    return (
      <ul className="phone-choices">
        {choices.slice(0, drawnChoices).map(({ name, labels }) => (
          <li key={name}>
            <i className={several ? 'box' : 'dot'} aria-hidden="true" />
            {textIn(labels, language) || name}
          </li>
        ))}
        {choices.length > drawnChoices && <li className="phone-more">{t('author.moreChoices', { n: choices.length - drawnChoices })}</li>}
      </ul>
    )
  }
  if (choices || from === 'file' || from === 'external')
    return <p className="phone-input">{choices ? t('author.chooseOf', { n: choices.length }) : t('author.chooseFrom', { list: list ?? '' })}</p>
  if (/^(image|audio|video|file|barcode|geo|signature)/.test(type)) return <p className="phone-action">{t(actionOf(type))}</p>
  if (type === 'acknowledge' || type === 'trigger')
    return (
      <ul className="phone-choices">
        <li>
          <i className="box" aria-hidden="true" />
          OK
        </li>
      </ul>
    )
  return (
    <p className="phone-input">{t(type === 'integer' || type === 'decimal' ? 'author.number' : /^(date|time)/i.test(type) ? 'author.date' : 'author.text')}</p>
  )
}

function actionOf(type: string) {
  if (type.startsWith('geo')) return 'author.takePosition'
  if (type === 'barcode') return 'author.scan'
  return type === 'image' ? 'author.takePhoto' : type === 'audio' ? 'author.record' : 'author.chooseFile'
}
