/** What this phone is called, whose it is, its colours and language, and the button that locks it. */
import { useState } from 'react'
import { Head } from '../shell/Frame.tsx'
import { dayAndHour } from '../shell/format.ts'
import { LanguageChoice } from '../shell/LanguageChoice.tsx'
import { goTo } from '../shell/route.ts'
import { applyTheme, themeKept } from '../shell/theme.ts'
import { usePicture, useWords } from '../usePhone.tsx'

const themes = { auto: 'settings.themeAuto', sun: 'settings.themeSun', dark: 'settings.themeDark' } as const
const tolerableSkew = 10 * 60_000

export function ThisPhone() {
  const { say, language } = useWords()
  const { profile } = usePicture()
  const [theme, setTheme] = useState(themeKept)
  return (
    <>
      <Head title={say('settings.title')} back={() => goTo('')} />
      <dl className="facts">
        <dt>{say('settings.name')}</dt>
        <dd>{profile.deviceName}</dd>
        {profile.person && (
          <>
            <dt>{say('settings.person')}</dt>
            <dd>{profile.person}</dd>
          </>
        )}
        <dt>{say('settings.project')}</dt>
        <dd>{profile.projectName || profile.project}</dd>
        <dt>{say('settings.contact')}</dt>
        <dd>{profile.lastContact ? dayAndHour(profile.lastContact, language) : say('settings.never')}</dd>
      </dl>
      {Math.abs(profile.skewMs) > tolerableSkew && <p className="warn">{say('settings.skew', { minutes: Math.round(Math.abs(profile.skewMs) / 60_000) })}</p>}
      <LanguageChoice />
      <fieldset className="choice-of-two">
        <legend>{say('settings.theme')}</legend>
        {(Object.keys(themes) as (keyof typeof themes)[]).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="theme"
              checked={theme === each}
              onChange={() => {
                applyTheme(each)
                setTheme(each)
              }}
            />
            <span>{say(themes[each])}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" className="main" onClick={() => location.reload()}>
        {say('settings.lock')}
      </button>
    </>
  )
}
