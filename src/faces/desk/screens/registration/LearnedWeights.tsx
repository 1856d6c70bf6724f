/** What the decisions would change, before and after for each field, how well both tell decided pairs apart, and accepting it with a reason. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { percent } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import type { Judged, LearnedNow } from '../../api/registrationBench.ts'
import { useWords } from '../../words/words.ts'

type Level = LearnedNow['levels'][number]

export function LearnedWeights({ shown, onDone }: { shown: LearnedNow; onDone: () => void }) {
  const { t, named, language } = useWords()
  const [reason, setReason] = useState('')
  const accepting = useRegistrationDeed(() => post('/api/registration/weights/learn', { confirm: true, reason }).then(onDone))
  const bits = (value: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value)
  const word = (level: string) => named('registrar.level', level)
  /** Names are compared two and two: the given ones, and the surnames. */
  const levelWords = (level: string) => {
    const [given, family] = level.split('/')
    return family === undefined ? word(level) : t('registrar.levelPair', { given: word(given!), family: word(family) })
  }
  const columns: Column<Level>[] = [
    { key: 'comparison', title: t('registrar.field'), header: true, cell: ({ comparison }) => named('registration.comparison', comparison) },
    { key: 'level', title: t('registrar.level'), cell: ({ level }) => levelWords(level) },
    { key: 'met', title: t('registrar.met'), number: true, cell: ({ met }) => met },
    { key: 'before', title: t('registrar.bitsBefore'), number: true, cell: ({ before }) => bits(before) },
    { key: 'after', title: t('registrar.bitsAfter'), number: true, cell: ({ after }) => bits(after) },
  ]
  return (
    <>
      <DataTable rows={shown.levels} columns={columns} rowKey={({ comparison, level }) => `${comparison} ${level}`} caption={t('registrar.learn')} />
      {shown.trial ? <Trial trial={shown.trial} /> : <p className="refusals warning">{t('registrar.noTrial')}</p>}
      <Refusals refusals={refusalsOf(accepting.error)} focus />
      <KeyedForm onSave={() => reason.trim() !== '' && accepting.mutate(undefined)} label={t('registrar.accept', { number: shown.version })}>
        <TextInput
          label={t('registrar.reason')}
          description={t('registrar.acceptNote')}
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={reason.trim() === ''} loading={accepting.isPending}>
            {t('registrar.accept', { number: shown.version })}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}

function Trial({ trial }: { trial: NonNullable<LearnedNow['trial']> }) {
  const { t, language } = useWords()
  const rows = (['before', 'after'] as const).map((key) => ({ key, ...trial[key] }))
  const share = (of: (judged: Judged) => number) => (judged: Judged) => percent(100 * of(judged), language)
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'weights', title: t('registrar.weights'), header: true, cell: ({ key }) => t(`registrar.trial.${key}`) },
    { key: 'f1', title: t('registrar.f1'), number: true, cell: share(({ f1 }) => f1) },
    { key: 'precision', title: t('registrar.precision'), number: true, cell: share(({ precision }) => precision) },
    { key: 'recall', title: t('registrar.recall'), number: true, cell: share(({ recall }) => recall) },
    { key: 'from', title: t('registrar.threshold'), number: true, cell: ({ fromBits }) => fromBits.toFixed(1) },
  ]
  return (
    <>
      <h3>{t('registrar.trial')}</h3>
      <DataTable rows={rows} columns={columns} rowKey={({ key }) => key} caption={t('registrar.trial')} />
      <p className="quiet">{t('registrar.trialNote', { same: trial.same, different: trial.different })}</p>
    </>
  )
}
