/** A second factor: the square for an authenticator app, counted only once its first code is right. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { sessionKey } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function SecondFactor({ has }: { has: boolean }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [code, setCode] = useState('')
  const offering = useMutation({ mutationFn: () => post<{ secret: string; qr: string }>('/api/me/second-factor/offer') })
  const confirming = useMutation({
    mutationFn: (secret: string) => post('/api/me/second-factor', { secret, code: code.trim() }),
    onSuccess: () => {
      offering.reset()
      setCode('')
      return answers.invalidateQueries({ queryKey: sessionKey })
    },
  })
  const offer = offering.data
  return (
    <section className="card">
      <h2>{t('settings.secondFactor')}</h2>
      <p className="small">{t(has ? 'settings.hasFactor' : 'settings.noFactor')}</p>
      <Refusals refusals={refusalsOf(offering.error ?? confirming.error)} focus />
      {offer ? (
        <KeyedForm onSave={() => confirming.mutate(offer.secret)} label={t('settings.secondFactor')}>
          <p className="settings-scan">{t('settings.scan')}</p>
          <img src={offer.qr} alt={t('settings.qr')} width={180} height={180} />
          <TextInput label={t('settings.secret')} readOnly value={offer.secret} onFocus={(event) => event.currentTarget.select()} />
          <TextInput
            label={t('settings.firstCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <div className="form-deeds">
            <Button type="submit" disabled={code.trim() === ''} loading={confirming.isPending}>
              {t('settings.confirmFactor')}
            </Button>
            <Button variant="default" onClick={() => offering.reset()}>
              {t('cancel')}
            </Button>
          </div>
        </KeyedForm>
      ) : (
        <Button variant="default" onClick={() => offering.mutate()} loading={offering.isPending}>
          {t(has ? 'settings.replaceFactor' : 'settings.offerFactor')}
        </Button>
      )}
      <p role="status" className="small">
        {confirming.isSuccess && t('settings.factorSet')}
      </p>
    </section>
  )
}
