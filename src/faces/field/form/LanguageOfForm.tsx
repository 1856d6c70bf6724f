/** The form's own languages, switched on any page without losing the place. */
import type { FormLanguage, RootNode } from '@getodk/xforms-engine'
import type { Language } from '../../../kernel/shared.ts'
import { useWords } from '../usePhone.tsx'
import { useForm } from './useForm.tsx'

const real = (root: RootNode): FormLanguage[] => root.languages.filter((each): each is FormLanguage => each.isSyntheticDefault !== true)

/** The draft's language, else the reader's, else the form's first. */
export function languageToBegin(root: RootNode, kept: string | null, language: Language): void {
  const all = real(root)
  const wanted = all.find((each) => each.language === kept) ?? all.find((each) => each.locale?.language === language || each.language.endsWith(`(${language})`))
  if (wanted && wanted.language !== root.currentState.activeLanguage.language) root.setLanguage(wanted)
}

export function LanguageOfForm({ root }: { root: RootNode }) {
  const { say } = useWords()
  const { live } = useForm()
  const all = real(root)
  if (all.length < 2) return null
  return (
    <label className="language-of-form">
      <span className="unseen">{say('form.language')}</span>
      <select
        value={root.currentState.activeLanguage.language}
        onChange={(event) => {
          live.flush()
          const chosen = all.find((each) => each.language === event.target.value)
          if (chosen) root.setLanguage(chosen)
        }}
      >
        {all.map(({ language }) => (
          <option key={language} value={language}>
            {language.replace(/\s*\(.*\)$/, '')}
          </option>
        ))}
      </select>
    </label>
  )
}
