/** Appeals: received with their ground, decided with the reason that the household is told in its language. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useCodes } from '../../../api/codes.ts'
import { type Appeal, appealGrounds, type OneRun, selectionAt, useAppeals, useSelectionDeed } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

export function Appeals({ run }: { run: OneRun }) {
  const { t, language } = useWords()
  const { data } = useAppeals(run.id, true)
  const takes = ['ranked', 'community_check', 'appeals_open'].includes(run.state)
  return (
    <section className="card">
      <h3>
        {t('selection.appeals')} <span className="count">{run.openAppeals}</span>
      </h3>
      {(data?.appeals ?? []).map((appeal) => (
        <div key={appeal.id} className="appeal">
          <p>
            <strong>{appeal.household}</strong> · {t(`selection.ground.${appeal.ground}`)} · {t(`selection.origin.${appeal.origin}`)} ·{' '}
            {appeal.decision
              ? `${t(`selection.decision.${appeal.decision}`)}: ${appeal.reason}`
              : t('selection.dueOn', { day: shortDate(appeal.dueOn, language) })}
          </p>
          {takes && !appeal.decision && <Decide appeal={appeal} />}
        </div>
      ))}
      {takes && <Receive id={run.id} />}
    </section>
  )
}

function Decide({ appeal: { id, household } }: { appeal: Appeal }) {
  const { t } = useWords()
  const languages = useCodes('messageLanguage')
  const [given, setGiven] = useState({ decision: 'unchanged', reason: '', language: 'por' })
  const deciding = useSelectionDeed(() => post(`/api/relief/selection-appeals/${id}/decide`, given))
  const put = (name: keyof typeof given) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  return (
    <details>
      <summary>{t('selection.decide', { household })}</summary>
      <Refusals refusals={refusalsOf(deciding.error)} focus />
      <KeyedForm onSave={() => given.reason.trim() && deciding.mutate(undefined)} label={t('selection.decide', { household })}>
        <div className="side-by-side">
          <NativeSelect
            label={t('selection.decision')}
            value={given.decision}
            onChange={put('decision')}
            data={(['unchanged', 'include', 'exclude'] as const).map((value) => ({ value, label: t(`selection.decision.${value}`) }))}
          />
          <TextInput label={t('selection.reason')} value={given.reason} onChange={put('reason')} />
          <NativeSelect label={t('selection.language')} value={given.language} onChange={put('language')} data={languages.options} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!given.reason.trim()} loading={deciding.isPending}>
            {t('selection.decideNow')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}

function Receive({ id }: { id: string }) {
  const { t } = useWords()
  const [given, setGiven] = useState({ household: '', ground: 'wrong_answer', receivedOn: '' })
  const receiving = useSelectionDeed(
    () => post(selectionAt(id, 'appeals'), given),
    () => setGiven({ ...given, household: '' }),
  )
  const put = (name: keyof typeof given) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = given.household.trim() !== '' && given.receivedOn !== ''
  return (
    <details>
      <summary>{t('selection.receive')}</summary>
      <Refusals refusals={refusalsOf(receiving.error)} focus />
      <KeyedForm onSave={() => ready && receiving.mutate(undefined)} label={t('selection.receive')}>
        <div className="side-by-side">
          <TextInput label={t('selection.household')} value={given.household} onChange={put('household')} />
          <NativeSelect
            label={t('selection.ground')}
            value={given.ground}
            onChange={put('ground')}
            data={appealGrounds.map((value) => ({ value, label: t(`selection.ground.${value}`) }))}
          />
          <TextInput type="date" label={t('selection.receivedOn')} value={given.receivedOn} onChange={put('receivedOn')} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={receiving.isPending}>
            {t('selection.receiveNow')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
