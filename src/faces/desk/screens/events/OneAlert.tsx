/** One alert: its figures as they would be public, its text, the message, what stands in the way, and the release by a second person. */
import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Alert, type AlertPreview, useAlert, useEventDeed } from '../../api/events.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { Message } from './Message.tsx'
import { Sums } from './Sums.tsx'

export function OneAlert({ id }: { id: string }) {
  const { t, language } = useWords()
  const { data, error } = useAlert(id)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
  if (!data) return <WaitingPage />
  const { alert, set } = data
  return (
    <div className="event-alert">
      <p className="small">
        <Link href="/events/alerts">{t('events.part.alerts')}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>
            {t('alerts.one', { n: alert.number })} <span className={`tag alert-${alert.state}`}>{t(`alerts.state.${alert.state}`)}</span>
          </h1>
          <p className="quiet">
            {set?.operation.name} · {shortDate(alert.periodFrom, language)} – {shortDate(alert.periodTo, language)}
          </p>
        </div>
        {alert.slug && (
          <div className="deeds">
            <a className="button" href={`/${language}/publications/${alert.slug}`}>
              {t('alerts.page')}
            </a>
          </div>
        )}
      </div>
      {set && <Sums sums={set.sums} />}
      {alert.state === 'draft' ? <Draft key={alert.version} preview={data} /> : set && <p>{set.narrative[language]}</p>}
      {data.messages && <Message messages={data.messages} />}
      <Deeds preview={data} />
    </div>
  )
}

function Draft({ preview: { alert, set } }: { preview: AlertPreview }) {
  const { t } = useWords()
  const mayWrite = useHolds('dataOfficer', 'reportOfficer', 'chief')
  const { options } = useCodes('need')
  const [text, setText] = useState({ pt: alert.narrative?.pt ?? '', en: alert.narrative?.en ?? '' })
  const [needs, setNeeds] = useState(alert.needs ?? [])
  const written = text.pt.trim() !== '' && text.en.trim() !== ''
  const saving = useEventDeed(() => patch(`/api/displacement/alerts/${alert.id}`, { version: alert.version, narrative: written ? text : null, needs }))
  return (
    <section className="card">
      <h2>{t('alerts.text')}</h2>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => mayWrite && saving.mutate(undefined)} label={t('alerts.text')}>
        {(['pt', 'en'] as const).map((lang) => (
          <Textarea
            key={lang}
            lang={lang}
            label={t(lang === 'pt' ? 'alerts.textPt' : 'alerts.textEn')}
            description={`${t('alerts.textHint')} ${t('alerts.ownText')}`}
            placeholder={set?.narrative[lang]}
            autosize
            minRows={3}
            readOnly={!mayWrite}
            value={text[lang]}
            onChange={(event) => setText({ ...text, [lang]: event.currentTarget.value })}
          />
        ))}
        <fieldset className="event-needs" disabled={!mayWrite}>
          <legend>{t('alerts.needs')}</legend>
          {options.map(({ value, label }) => (
            <Checkbox
              key={value}
              label={label}
              checked={needs.includes(value)}
              onChange={(event) => setNeeds(event.currentTarget.checked ? [...needs, value] : needs.filter((each) => each !== value))}
            />
          ))}
        </fieldset>
        {mayWrite && (
          <div className="form-deeds">
            <Button type="submit" variant="default" loading={saving.isPending}>
              {t('alerts.save')}
            </Button>
          </div>
        )}
      </KeyedForm>
    </section>
  )
}

function Deeds({ preview: { alert, obstacles } }: { preview: AlertPreview }) {
  const { t } = useWords()
  const mayRelease = useHolds('reportOfficer', 'chief', 'dataOfficer')
  const mayWithdraw = useHolds('reportOfficer', 'chief')
  const [asked, ask] = useState(false)
  const step = alert.state === 'draft' ? 'release' : 'withdraw'
  if (alert.state === 'withdrawn' || !(step === 'release' ? mayRelease : mayWithdraw)) return null
  return (
    <section className="event-release">
      <Refusals refusals={obstacles} title={t('alerts.obstacles')} tone="warning" />
      <Button disabled={obstacles.length > 0} variant={step === 'release' ? 'filled' : 'default'} onClick={() => ask(true)}>
        {t(`alerts.${step}`)}
      </Button>
      {asked && <Sure alert={alert} step={step} onClose={() => ask(false)} />}
    </section>
  )
}

function Sure({ alert, step, onClose }: { alert: Alert; step: 'release' | 'withdraw'; onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const taking = useEventDeed(() => post(`/api/displacement/movement-alert/${alert.id}/steps/${step}`, step === 'withdraw' ? { reason } : {}), onClose)
  return (
    <Modal
      opened
      onClose={onClose}
      title={step === 'release' ? t('alerts.sure', { n: alert.number }) : t('alerts.withdraw')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t(step === 'release' ? 'alerts.sureNote' : 'alerts.withdrawNote')}</p>
      <Refusals refusals={refusalsOf(taking.error)} focus />
      <KeyedForm onSave={() => taking.mutate(undefined)} label={t(`alerts.${step}`)}>
        {step === 'withdraw' && (
          <TextInput label={t('events.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        )}
        <div className="form-deeds">
          <Button type="submit" loading={taking.isPending} disabled={step === 'withdraw' && reason.trim() === ''}>
            {t(`alerts.${step}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </Modal>
  )
}
