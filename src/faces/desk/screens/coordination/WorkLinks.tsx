/** The same work sent by who pays and by who does it: which row counts, and how coordination separates them when it is not the same. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useFourWDeed } from '../../api/fourW.ts'
import type { WorkLink } from '../../api/sameWork.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function WorkLinks({ links }: { links: readonly WorkLink[] }) {
  const { t } = useWords()
  const mine = useBilingual()
  const decides = useHolds('clusterCoordinator')
  const [open, setOpen] = useState<string | null>(null)
  const keyOf = ({ pair }: WorkLink) => pair.join(' ')
  const columns: Column<WorkLink>[] = [
    { key: 'type', title: t('fourW.type'), header: true, value: ({ activityType }) => activityType, cell: ({ activityType }) => activityType },
    { key: 'place', title: t('fourW.place'), value: ({ place }) => place, cell: ({ place }) => place },
    { key: 'donor', title: t('workLinks.donor'), value: ({ donor }) => donor.name, cell: ({ donor }) => `${donor.name}, ${donor.externalId}` },
    {
      key: 'implementer',
      title: t('workLinks.implementer'),
      value: ({ implementer }) => implementer.name,
      cell: ({ implementer }) => `${implementer.name}, ${implementer.externalId}`,
    },
  ]
  const separate: Column<WorkLink> = {
    ...{ key: 'separate', title: t('workLinks.separate') },
    cell: (link) => (
      <Button size="compact-sm" variant="default" aria-expanded={open === keyOf(link)} onClick={() => setOpen(open === keyOf(link) ? null : keyOf(link))}>
        {t('workLinks.separate')}
      </Button>
    ),
  }
  return (
    <section>
      <h2>{t('workLinks.title')}</h2>
      <p className="small quiet">{t('workLinks.note')}</p>
      {!decides && links.map((link) => <p key={keyOf(link)}>{`${link.activityType}, ${link.place}: ${mine(link.sentence)}`}</p>)}
      {decides && (
        <DataTable
          rows={links}
          columns={[...columns, separate]}
          rowKey={keyOf}
          caption={t('workLinks.title')}
          isOpen={(link) => keyOf(link) === open}
          details={(link) => <Separate link={link} done={() => setOpen(null)} />}
          stacks
        />
      )}
    </section>
  )
}

function Separate({ link, done }: { link: WorkLink; done: () => void }) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  const separating = useFourWDeed(() => post('/api/coordination/same-work/answers', { pairs: [link.pair], answer: 'different', because }), done)
  return (
    <KeyedForm onSave={() => separating.mutate(undefined)} label={t('workLinks.separate')}>
      <Refusals refusals={refusalsOf(separating.error)} focus />
      <TextInput label={t('workLinks.because')} value={because} maxLength={1000} onChange={({ currentTarget }) => setBecause(currentTarget.value)} />
      <div className="form-deeds">
        <Button type="submit" loading={separating.isPending}>
          {t('workLinks.separate')}
        </Button>
      </div>
    </KeyedForm>
  )
}
