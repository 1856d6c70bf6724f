/** The message of an alert in both languages, to be copied into whatever the mission sends with. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Bilingual } from '../../../../kernel/shared.ts'
import { useWords } from '../../words/words.ts'

export function Message({ messages }: { messages: Bilingual }) {
  const { t } = useWords()
  const [copied, setCopied] = useState<'pt' | 'en' | null>(null)
  return (
    <section className="card">
      <h2>{t('alerts.message')}</h2>
      <div className="event-messages">
        {(['pt', 'en'] as const).map((lang) => (
          <div key={lang}>
            <p lang={lang} className="event-message">
              {messages[lang]}
            </p>
            <Button
              variant="default"
              size="compact-sm"
              onClick={async () => {
                await navigator.clipboard.writeText(messages[lang])
                setCopied(lang)
              }}
            >
              {t(copied === lang ? 'alerts.copied' : 'alerts.copy')} ({lang.toUpperCase()})
            </Button>
          </div>
        ))}
      </div>
    </section>
  )
}
