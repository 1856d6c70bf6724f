/** The language of the app; forms have their own switch, because they may be in other languages. */
import { useWords } from '../usePhone.tsx'

export function LanguageChoice() {
  const { say, language, setLanguage } = useWords()
  return (
    <fieldset className="choice-of-two">
      <legend>{say('language')}</legend>
      {(['pt', 'en'] as const).map((each) => (
        <label key={each} lang={each}>
          <input type="radio" name="language" checked={language === each} onChange={() => setLanguage(each)} />
          <span>{say(each === 'pt' ? 'portuguese' : 'english')}</span>
        </label>
      ))}
    </fieldset>
  )
}
