/** Two organisations tell of the same work: each reads who the other is, where and when, and says why it is not the same, or how they share it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useFourWDeed } from '../../api/fourW.ts'
import { type SameWork as Notice, useSameWork } from '../../api/sameWork.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { WorkLinks } from './WorkLinks.tsx'

const shownAtFirst = 12
const keyOf = ({ pairs }: Notice) => pairs[0]!.join(' ')

export function SameWork() {
  const { t } = useWords()
  const { data, error } = useSameWork()
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return null
  return (
    <>
      {data.notices.length > 0 && <AllNotices notices={data.notices} />}
      {data.links.length > 0 && <WorkLinks links={data.links} />}
    </>
  )
}

function AllNotices({ notices }: { notices: readonly Notice[] }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  const waiting = notices.filter(({ rests }) => !rests)
  const resting = notices.filter(({ rests }) => rests)
  const shown = all ? waiting : waiting.slice(0, shownAtFirst)
  return (
    <section>
      <h2>{t('sameWork.title')}</h2>
      <p className="small quiet">{t('sameWork.note')}</p>
      {waiting.length > 0 && (
        <p className="small">
          {t('sameWork.waiting', { n: waiting.length })}{' '}
          {shown.length < waiting.length && (
            <>
              {t('sameWork.first', { shown: shown.length })}{' '}
              <button type="button" className="link" onClick={() => setAll(true)}>
                {t('sameWork.showAll')}
              </button>
            </>
          )}
        </p>
      )}
      {waiting.length > 0 && <Notices notices={shown} />}
      {resting.length > 0 && (
        <details>
          <summary>{t('sameWork.resting', { n: resting.length })}</summary>
          <Notices notices={resting} />
        </details>
      )}
    </section>
  )
}

function Notices({ notices }: { notices: readonly Notice[] }) {
  const { t, language } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const answers = useHolds('clusterCoordinator', 'partner')
  const side = ({ name, fromDay, toDay }: Notice['sides'][number]) => {
    const from = shortDate(fromDay, language)
    return toDay === null ? t('sameWork.sideOpen', { name, from }) : t('sameWork.side', { name, from, to: shortDate(toDay, language) })
  }
  const columns: Column<Notice>[] = [
    {
      key: 'organisations',
      title: t('sameWork.organisations'),
      header: true,
      value: ({ sides }) => sides[0].name,
      cell: ({ sides }) => sides.map((one) => <div key={one.organisation}>{side(one)}</div>),
    },
    { key: 'type', title: t('fourW.type'), value: ({ activityType }) => activityType, cell: ({ activityType }) => activityType },
    {
      key: 'place',
      title: t('fourW.place'),
      value: ({ place }) => place,
      cell: ({ place, provinceOnly }) => (provinceOnly ? t('sameWork.provinceOnly', { place }) : place),
    },
    {
      key: 'answers',
      title: t('sameWork.answers'),
      cell: (notice) =>
        notice.answers.length === 0
          ? t('sameWork.nobody')
          : notice.answers.map(({ organisation, name, answer, because, on }) => (
              <div key={organisation}>{t(`sameWork.said.${answer}`, { who: name ?? t('sameWork.coordination'), day: shortDate(on, language), because })}</div>
            )),
    },
  ]
  const answer: Column<Notice> = {
    ...{ key: 'answer', title: t('sameWork.answer') },
    cell: (notice) => (
      <Button size="compact-sm" variant="default" aria-expanded={open === keyOf(notice)} onClick={() => setOpen(open === keyOf(notice) ? null : keyOf(notice))}>
        {t(notice.rests ? 'sameWork.again' : 'sameWork.answer')}
      </Button>
    ),
  }
  return (
    <DataTable
      rows={notices}
      columns={answers ? [...columns, answer] : columns}
      rowKey={keyOf}
      caption={t('sameWork.title')}
      isOpen={(notice) => keyOf(notice) === open}
      details={(notice) => <Answer notice={notice} done={() => setOpen(null)} />}
      stacks
    />
  )
}

function Answer({ notice, done }: { notice: Notice; done: () => void }) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  const answering = useFourWDeed(
    (answer: 'different' | 'shared') => post('/api/coordination/same-work/answers', { pairs: notice.pairs, answer, because }),
    done,
  )
  return (
    <KeyedForm onSave={() => answering.mutate('different')} label={t('sameWork.answer')}>
      <Refusals refusals={refusalsOf(answering.error)} focus />
      <TextInput label={t('sameWork.because')} value={because} maxLength={1000} onChange={({ currentTarget }) => setBecause(currentTarget.value)} />
      <div className="form-deeds">
        <Button type="submit" loading={answering.isPending}>
          {t('sameWork.different')}
        </Button>
        <Button variant="default" loading={answering.isPending} onClick={() => answering.mutate('shared')}>
          {t('sameWork.shared')}
        </Button>
      </div>
    </KeyedForm>
  )
}
