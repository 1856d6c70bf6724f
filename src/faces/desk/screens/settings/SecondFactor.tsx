/** A second factor: the square for an authenticator app, counted only once its first code is right; then the recovery codes, shown once. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { sessionKey } from '../../api/session.ts'
import { CodeInput } from '../../shell/CodeInput.tsx'
import { useWords } from '../../words/words.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Codes = { recoveryCodes: string[] }
type Offer = { secret: string; qr: string }

/** `plain`: without a card of its own, on the page that lets nobody past. */
export function SecondFactor({ has, plain = false }: { has: boolean; plain?: boolean }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  const [renewing, setRenewing] = useState(false)
  const offering = useMutation({ mutationFn: () => post<Offer>('/api/me/second-factor/offer') })
  const keep = ({ recoveryCodes }: Codes) => {
    offering.reset()
    setRenewing(false)
    setCodes(recoveryCodes)
  }
  // The page moves on only when the codes are kept: asking who I am any sooner would take them away unread.
  const done = () => {
    setCodes(null)
    return answers.invalidateQueries({ queryKey: sessionKey })
  }
  const body = codes ? (
    <RecoveryCodes codes={codes} onKept={done} />
  ) : offering.data ? (
    <Confirming offer={offering.data} has={has} onSet={keep} onCancel={() => offering.reset()} />
  ) : renewing ? (
    <Renewing onMade={keep} onCancel={() => setRenewing(false)} />
  ) : (
    <div className="form-deeds">
      <Button variant={plain ? 'filled' : 'default'} onClick={() => offering.mutate()} loading={offering.isPending}>
        {t(has ? 'settings.replaceFactor' : 'settings.offerFactor')}
      </Button>
      {has && (
        <button type="button" className="link" onClick={() => setRenewing(true)}>
          {t('settings.renewCodes')}
        </button>
      )}
    </div>
  )
  if (plain)
    return (
      <>
        <Refusals refusals={refusalsOf(offering.error)} focus />
        {body}
      </>
    )
  return (
    <section className="card">
      <h2>{t('settings.secondFactor')}</h2>
      <p className="small">{t(has ? 'settings.hasFactor' : 'settings.noFactor')}</p>
      <Refusals refusals={refusalsOf(offering.error)} focus />
      {body}
    </section>
  )
}

function Confirming({ offer, has, onSet, onCancel }: { offer: Offer; has: boolean; onSet: (codes: Codes) => void; onCancel: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [current, setCurrent] = useState('')
  const confirming = useMutation({
    mutationFn: () => post<Codes>('/api/me/second-factor', { secret: offer.secret, code: code.trim(), current: current.trim() || undefined }),
    onSuccess: onSet,
  })
  return (
    <KeyedForm onSave={() => confirming.mutate()} label={t('settings.secondFactor')}>
      <Refusals refusals={refusalsOf(confirming.error)} focus />
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
      {has && <CodeInput label={t('settings.presentCode')} value={current} onChange={setCurrent} />}
      <div className="form-deeds">
        <Button type="submit" disabled={code.trim() === ''} loading={confirming.isPending}>
          {t('settings.confirmFactor')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </KeyedForm>
  )
}

function Renewing({ onMade, onCancel }: { onMade: (codes: Codes) => void; onCancel: () => void }) {
  const { t } = useWords()
  const [current, setCurrent] = useState('')
  const making = useMutation({ mutationFn: () => post<Codes>('/api/me/recovery-codes', { current: current.trim() }), onSuccess: onMade })
  return (
    <KeyedForm onSave={() => making.mutate()} label={t('settings.renewCodes')}>
      <Refusals refusals={refusalsOf(making.error)} focus />
      <CodeInput label={t('settings.presentCode')} value={current} onChange={setCurrent} />
      <div className="form-deeds">
        <Button type="submit" disabled={current.trim() === ''} loading={making.isPending}>
          {t('settings.renewCodes')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </KeyedForm>
  )
}
