/** Saying by which hand-overs the people of an activity are counted one by one: there nobody is estimated. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useFourWDeed, useWorksToCountFrom, type WorkToCountFrom } from '../../api/fourW.ts'
import { useWords } from '../../words/words.ts'

export function CountFrom({ activity, done }: { activity: string; done: () => void }) {
  const { t } = useWords()
  const { data, error } = useWorksToCountFrom(activity)
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  return data.works.length === 0 ? <p className="quiet">{t('countFrom.none')}</p> : <Choosing activity={activity} works={data.works} done={done} />
}

const keyOf = ({ record, id }: WorkToCountFrom) => `${record} ${id}`

function Choosing({ activity, works, done }: { activity: string; works: readonly WorkToCountFrom[]; done: () => void }) {
  const { t, language } = useWords()
  const [chosen, setChosen] = useState(() => new Set(works.filter((work) => work.chosen).map(keyOf)))
  const [reason, setReason] = useState('')
  const keeping = useFourWDeed(
    () =>
      post(`/api/coordination/activities/${activity}/counted-from`, {
        works: works.filter((work) => chosen.has(keyOf(work))).map(({ record, id }) => ({ record, row: id })),
        reason,
      }),
    done,
  )
  const choose = (work: WorkToCountFrom, wanted: boolean) => {
    const next = new Set(chosen)
    if (wanted) next.add(keyOf(work))
    else next.delete(keyOf(work))
    setChosen(next)
  }
  return (
    <KeyedForm onSave={() => keeping.mutate(undefined)} label={t('countFrom.title')}>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <p className="small">{t('countFrom.note')}</p>
      {works.map((work) => (
        <Checkbox
          key={keyOf(work)}
          label={`${work.name}, ${longDate(work.day, language)}`}
          description={work.takenBy ? t('countFrom.taken', { other: work.takenBy }) : undefined}
          disabled={work.takenBy !== null}
          checked={chosen.has(keyOf(work))}
          onChange={({ currentTarget }) => choose(work, currentTarget.checked)}
        />
      ))}
      <TextInput
        label={t('countFrom.reason')}
        description={t('countFrom.reasonNote')}
        value={reason}
        maxLength={1000}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div className="form-deeds">
        <Button type="submit" loading={keeping.isPending}>
          {t('countFrom.keep')}
        </Button>
      </div>
    </KeyedForm>
  )
}
