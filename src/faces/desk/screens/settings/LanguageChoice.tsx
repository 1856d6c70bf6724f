/** The language of the account; the page follows at once. */
import { Radio } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Language } from '../../../../kernel/shared.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'

export function LanguageChoice() {
  const { t, language, setLanguage } = useWords()
  const telling = useMutation({ mutationFn: (chosen: Language) => post('/api/me/language', { language: chosen }) })
  const choose = (chosen: string) => {
    const next: Language = chosen === 'en' ? 'en' : 'pt'
    setLanguage(next)
    telling.mutate(next)
  }
  return (
    <section className="card">
      <h2>{t('settings.language')}</h2>
      <Refusals refusals={refusalsOf(telling.error)} focus />
      <Radio.Group value={language} onChange={choose} aria-label={t('settings.language')}>
        <div className="choices">
          <Radio value="pt" label={<span lang="pt-MZ">Português</span>} />
          <Radio value="en" label={<span lang="en">English</span>} />
        </div>
      </Radio.Group>
      <p className="small quiet settings-note">{t('settings.languageNote')}</p>
    </section>
  )
}
