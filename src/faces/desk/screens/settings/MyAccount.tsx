/** What everybody settles alone: language, passphrase, second factor, tokens for scripts. */
import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { sessionKey, useMe } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { WaysIn } from '../people/WaysIn.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Tokens } from './Tokens.tsx'

export function MyAccount() {
  const me = useMe()
  if (!me) return null
  return (
    <>
      <p>
        <b>{me.name}</b> <span className="quiet">· {me.email}</span>
      </p>
      <div className="settings-cards">
        <LanguageChoice />
        <Passphrase has={me.hasPassword} />
        <SecondFactor has={me.hasSecondFactor} />
        <WaysIn of="/api/me" />
        <Tokens me={me} />
      </div>
    </>
  )
}

function Passphrase({ has }: { has: boolean }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [typed, setTyped] = useState({ first: '', again: '' })
  const setting = useMutation({
    mutationFn: () => post('/api/me/passphrase', { passphrase: typed.first }),
    onSuccess: () => {
      setTyped({ first: '', again: '' })
      return answers.invalidateQueries({ queryKey: sessionKey })
    },
  })
  const differ = typed.again !== '' && typed.first !== typed.again
  return (
    <section className="card">
      <h2>{t('settings.passphrase')}</h2>
      <p className="small">{t(has ? 'settings.hasPassphrase' : 'settings.noPassphrase')}</p>
      <Refusals refusals={refusalsOf(setting.error)} focus />
      <KeyedForm onSave={() => !differ && setting.mutate()} label={t('settings.passphrase')}>
        <PasswordInput
          label={t('settings.newPassphrase')}
          description={t('settings.passphraseHint')}
          autoComplete="new-password"
          value={typed.first}
          onChange={(event) => setTyped({ ...typed, first: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('settings.repeat')}
          autoComplete="new-password"
          value={typed.again}
          error={differ && t('settings.differ')}
          onChange={(event) => setTyped({ ...typed, again: event.currentTarget.value })}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={typed.first === '' || typed.first !== typed.again} loading={setting.isPending}>
            {t('save')}
          </Button>
        </div>
        <p role="status" className="small">
          {setting.isSuccess && t('settings.passphraseSet')}
        </p>
      </KeyedForm>
    </section>
  )
}
