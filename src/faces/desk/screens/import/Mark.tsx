/** How a finding stands: sign, colour and word together. */
import { useWords } from '../../words/words.ts'

const signs = { error: '✕', warning: '!', note: '~' } as const

export function Mark({ severity }: { severity: keyof typeof signs }) {
  const { t } = useWords()
  return (
    <span className={`mark ${severity}`} title={t(`import.show.${severity}`)}>
      <span aria-hidden="true">{signs[severity]}</span>
      <span className="unseen">{t(`import.show.${severity}`)}: </span>
    </span>
  )
}
