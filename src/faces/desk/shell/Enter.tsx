/** A link that signs its holder in once. The secret stands behind the hash sign, is sent once, and leaves the address at the same moment. */

import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { KeyedForm } from '../../ui/KeyedForm.tsx'
import { Refusals } from '../../ui/Refusals.tsx'
import { WaitingTable } from '../../ui/Waiting.tsx'
import { post, refusalsOf } from '../api/ask.ts'
import { sessionKey } from '../api/session.ts'
import { useWords } from '../words/words.ts'
import { CodeInput } from './CodeInput.tsx'
import { Door } from './Door.tsx'

export function Enter() {
  const { t } = useWords()
  const answers = useQueryClient()
  const [, go] = useLocation()
  const secret = useRef(window.location.hash.slice(1))
  const { mutate, error, isPending } = useMutation({
    mutationFn: (typed?: string) => post('/api/sign-in/link', { secret: secret.current, code: typed?.trim() || undefined }),
    onSuccess: async () => {
      await answers.invalidateQueries({ queryKey: sessionKey })
      go('/', { replace: true })
    },
  })
  const [code, setCode] = useState('')
  const asking = useRef(false)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || !secret.current) return
    begun.current = true
    window.history.replaceState(null, '', window.location.pathname)
    mutate(undefined)
  }, [mutate])
  // The link is right and still unused; only the code of the second factor is missing.
  const asksCode = (asking.current ||= refusalsOf(error).some(({ code: refusal }) => refusal === 'access.code-needed'))
  const failed = error || !secret.current
  if (asksCode)
    return (
      <Door title={t('enterCode')}>
        <Refusals refusals={refusalsOf(error)} title={t('enterCode')} tone="warning" focus />
        <KeyedForm onSave={() => mutate(code)} label={t('enterCode')}>
          <CodeInput value={code} onChange={setCode} />
          <Button type="submit" loading={isPending} disabled={code.trim() === ''} fullWidth>
            {t('signIn')}
          </Button>
        </KeyedForm>
      </Door>
    )
  return (
    <Door title={failed ? t('enterFailed') : t('entering')}>
      {!secret.current && <p>{t('enterNone')}</p>}
      <Refusals refusals={refusalsOf(error)} focus />
      {failed ? (
        <p>
          <Link href="/">{t('signInTitle')}</Link>
        </p>
      ) : (
        <WaitingTable rows={3} />
      )}
    </Door>
  )
}
