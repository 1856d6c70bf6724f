/** Launches, exhibitions, days of …: planned here, seen in the calendar, and on the portal once somebody else cleared it. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { postForFile, refusalsOf } from '../../api/ask.ts'
import { makers, useProductDeed } from '../../api/products.ts'
import { usePublicEvents } from '../../api/publicEvents.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { EventCard } from './EventCard.tsx'
import { EventForm } from './EventForm.tsx'
import { useDonors } from './useDonors.ts'

export function EventsTab() {
  const { t } = useWords()
  const { data, error } = usePublicEvents()
  const edits = useHolds(...makers)
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('publicEvents.none')}>{t('publicEvents.noneNote')}</Empty>}
      <ul className="product-cards">
        {data?.map((event) => (
          <EventCard key={event.id} event={event} mayChange />
        ))}
      </ul>
      {data && <VisibilitySheet />}
      {edits && data && (
        <section className="card product-form">
          <h2>{t('publicEvents.new')}</h2>
          <EventForm />
        </section>
      )}
    </>
  )
}

/** On paper for whoever prints or builds: what a donor asks to be shown, and where nothing of it may stand. */
function VisibilitySheet() {
  const { t, language } = useWords()
  const known = useDonors()
  const [donor, setDonor] = useState('')
  const printing = useProductDeed(() => postForFile('/api/publications/visibility-sheet', { donor, lang: language }, 'visibility.pdf'))
  if (known.length === 0) return null
  return (
    <section className="card product-form">
      <h2>{t('visibility.title')}</h2>
      <p className="small quiet">{t('visibility.note')}</p>
      <div className="side-by-side">
        <NativeSelect
          label={t('visibility.donor')}
          value={donor}
          onChange={({ currentTarget }) => setDonor(currentTarget.value)}
          data={[{ value: '', label: t('records.choose') }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <div className="form-deeds">
        <Button variant="default" disabled={!donor} loading={printing.isPending} onClick={() => printing.mutate(undefined)}>
          {t('visibility.print')}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(printing.error)} focus />
    </section>
  )
}
