/** The door: address, passphrase and, where an account has one, the six-digit code. Whoever only wants published figures is shown the way to the portal. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../ui/KeyedForm.tsx'
import { Refusals } from '../../ui/Refusals.tsx'
import { post, refusalsOf } from '../api/ask.ts'
import { sessionKey } from '../api/session.ts'
import { useWords } from '../words/words.ts'
import { CodeInput } from './CodeInput.tsx'
import { Door } from './Door.tsx'

export function SignIn({ mission }: { mission: string }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [email, setEmail] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [code, setCode] = useState('')
  const entering = useMutation({
    mutationFn: () => post('/api/sign-in', { email, passphrase, code: code.trim() || undefined }),
    onSuccess: () => answers.invalidateQueries({ queryKey: sessionKey }),
  })
  return (
    <Door mission={mission} title={t('signInTitle')}>
      <p className="quiet">{t('signInIntro')}</p>
      <Refusals refusals={refusalsOf(entering.error)} focus />
      <KeyedForm onSave={() => entering.mutate()} label={t('signInTitle')}>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('passphrase')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <CodeInput value={code} onChange={setCode} hint={t('codeHint')} />
        <Button type="submit" loading={entering.isPending} fullWidth>
          {t('signIn')}
        </Button>
      </KeyedForm>
      <p className="small quiet">{t('signInHelp')}</p>
      <p className="small">
        <a href="/">{t('toPortal')}</a>
      </p>
    </Door>
  )
}
