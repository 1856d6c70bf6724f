/** Fingerprints in one exercise: plainly off until two people switch them on; who asked and granted, until when, and the way to end it. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { biometricsAddress, type Switch, useBiometrics } from '../../api/biometrics.ts'
import { type Exercise, useRegistrationDeed } from '../../api/registration.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { AskForBiometrics } from './AskForBiometrics.tsx'
import { Certificates } from './Certificates.tsx'

export function Biometrics({ exercise: { id, state } }: { exercise: Exercise }) {
  const { t } = useWords()
  const registers = useHolds('registrar')
  const { data, error } = useBiometrics(id)
  if (!data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  const standing = data.switches.find((each) => each.state !== 'ended' && (each.state === 'asked' || data.isOn))
  const past = data.switches.filter((each) => each !== standing)
  const shown = data.isOn ? 'on' : standing ? 'asked' : 'off'
  return (
    <section className="card">
      <h2>
        {t('biometrics.title')} <span className="tag">{t(`biometrics.state.${shown}`)}</span>
      </h2>
      <p>{t(standing?.fromBackup ? 'biometrics.fromBackupNote' : `biometrics.${shown}Note`)}</p>
      {data.isOn && <p>{data.provider === 'none' ? t('biometrics.noProvider') : t('biometrics.provider', { provider: data.provider })}</p>}
      {data.templates !== null && (data.isOn || data.templates > 0) && <p>{t('biometrics.templates', { n: data.templates })}</p>}
      {data.isOn && data.provider !== 'none' && registers && <ComparePairs exercise={id} />}
      {standing && <Standing exercise={id} standing={standing} />}
      {!standing && registers && (state === 'collecting' || state === 'verifying') && <AskForBiometrics exercise={id} lowestAge={data.lowestAge} />}
      {past.length > 0 && (
        <details>
          <summary>{t('biometrics.past', { n: past.length })}</summary>
          {past.map((each) => (
            <Facts key={each.id} of={each} />
          ))}
        </details>
      )}
      {data.certificates.length > 0 && <Certificates of={data.certificates} />}
    </section>
  )
}

function ComparePairs({ exercise }: { exercise: string }) {
  const { t } = useWords()
  const comparing = useRegistrationDeed(() =>
    post<{ pairs: number; same: number; unanswered: number }>(`/api/registration/exercises/${exercise}/fingers/compare`, {}),
  )
  const done = comparing.data
  return (
    <>
      <Refusals refusals={refusalsOf(comparing.error)} focus />
      {done && <p role="status">{t('biometrics.compared', { n: done.pairs, same: done.same, unanswered: done.unanswered })}</p>}
      <div className="form-deeds">
        <Button variant="default" loading={comparing.isPending} onClick={() => comparing.mutate(undefined)}>
          {t('biometrics.compare')}
        </Button>
      </div>
    </>
  )
}

function Facts({ of }: { of: Switch }) {
  const { t, language } = useWords()
  const by = (who: string | null, at: string | null) => at && t('biometrics.on', { who: who ?? t('notSaid'), day: shortDate(at.slice(0, 10), language) })
  const ended = of.endedBecause && `${by(of.endedBy, of.endedAt)} (${t(`biometrics.because.${of.endedBecause}`)})`
  const said = [
    [t('biometrics.assessment'), of.assessment],
    [t('biometrics.purpose'), of.purpose],
    [t('biometrics.sunset'), shortDate(of.sunset, language)],
    [t('biometrics.minimumAge'), t('biometrics.years', { n: of.minimumAge })],
    [t('biometrics.askedBy'), by(of.askedBy, of.askedAt)],
    [t('biometrics.grantedBy'), by(of.grantedBy, of.grantedAt)],
    [t('biometrics.endedBy'), of.endedBy === null ? of.endedBecause && t(`biometrics.because.${of.endedBecause}`) : ended],
  ] as const
  return (
    <dl className="facts">
      {said
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function Standing({ exercise, standing }: { exercise: string; standing: Switch }) {
  const { t } = useWords()
  const decides = useHolds('registrar', 'chief')
  const [asking, setAsking] = useState(false)
  const deciding = useRegistrationDeed((deed: 'grant' | 'end') => post(`${biometricsAddress(exercise)}/${deed}`))
  const isOn = standing.state === 'on'
  return (
    <>
      <Facts of={standing} />
      <Refusals refusals={refusalsOf(deciding.error)} focus />
      {decides && !isOn && <p>{t(standing.mine ? 'biometrics.waitForOther' : 'biometrics.grantNote')}</p>}
      {decides && !asking && (
        <div className="form-deeds">
          {!isOn && !standing.mine && (
            <Button loading={deciding.isPending} onClick={() => deciding.mutate('grant')}>
              {t('biometrics.grant')}
            </Button>
          )}
          <Button variant="default" loading={deciding.isPending} onClick={() => (isOn ? setAsking(true) : deciding.mutate('end'))}>
            {t(isOn ? 'biometrics.end' : 'biometrics.takeBack')}
          </Button>
        </div>
      )}
      {asking && (
        <div className="refusals warning" role="alert">
          <strong>{t('biometrics.endSure')}</strong>
          <p>{t('biometrics.endNote')}</p>
          <div className="form-deeds">
            <Button color="red.9" loading={deciding.isPending} onClick={() => deciding.mutate('end')}>
              {t('biometrics.endNow')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('biometrics.endNot')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
