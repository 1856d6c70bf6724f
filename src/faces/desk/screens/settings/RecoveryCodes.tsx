/** Ten codes for the day on which the phone is lost: shown once, to be printed or written down, and put where the phone is not. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../../words/words.ts'

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="secret">
      <h3 ref={head} tabIndex={-1}>
        {t('settings.recoveryCodes')}
      </h3>
      <p>{t('settings.recoveryNote')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="form-deeds">
        <Button onClick={onKept}>{t('settings.recoveryKept')}</Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('settings.print')}
        </Button>
      </div>
    </div>
  )
}
