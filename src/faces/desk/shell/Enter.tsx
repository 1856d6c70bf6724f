/** A link that signs its holder in once. The secret stands behind the hash sign, is sent once, and leaves the address at the same moment. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { Refusals } from '../../ui/Refusals.tsx'
import { WaitingTable } from '../../ui/Waiting.tsx'
import { post, refusalsOf } from '../api/ask.ts'
import { sessionKey } from '../api/session.ts'
import { useWords } from '../words/words.ts'
import { Door } from './Door.tsx'

export function Enter() {
  const { t } = useWords()
  const answers = useQueryClient()
  const [, go] = useLocation()
  const secret = useRef(window.location.hash.slice(1))
  const { mutate, error } = useMutation({
    mutationFn: () => post('/api/sign-in/link', { secret: secret.current }),
    onSuccess: async () => {
      await answers.invalidateQueries({ queryKey: sessionKey })
      go('/', { replace: true })
    },
  })
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || !secret.current) return
    begun.current = true
    window.history.replaceState(null, '', window.location.pathname)
    mutate()
  }, [mutate])
  const failed = error || !secret.current
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
