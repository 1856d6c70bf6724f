/** One event: when and where, what the donors ask to be shown and where it is left off, and whether the public knows of it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { portalPaths } from '../../../portal/paths.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { makers, useProductDeed } from '../../api/products.ts'
import type { PublicEvent } from '../../api/publicEvents.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { EventForm } from './EventForm.tsx'

/** `mayChange`: where there is room for the form. */
export function EventCard({ event, mayChange = false }: { event: PublicEvent; mayChange?: boolean }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const decides = useHolds(...makers, 'chief')
  const writes = useHolds(...makers) && mayChange
  const { id, kind, title, about, venue, place, placeName, startsAt, isPublic, clearedAt, cancelledBecause, donorMarks } = event
  const clearing = useProductDeed(() => post(`/api/publications/events/${id}/clear`))
  return (
    <li className="card">
      <p className="small quiet">
        {t(`publicEvents.kind.${kind}`)} · {dateAndTime(startsAt, language)}
      </p>
      <h3>{mine(title)}</h3>
      <p>
        {venue}, {placeName ?? place}
      </p>
      <p className="small">{mine(about)}</p>
      {cancelledBecause ? (
        <p>
          <span className="state past">{t('publicEvents.cancelled')}</span> <span className="small">{cancelledBecause}</span>
        </p>
      ) : (
        <p>
          <span className={isPublic && clearedAt ? 'state done' : 'tag'}>
            {t(isPublic ? (clearedAt ? 'publicEvents.public' : 'publicEvents.waits') : 'publicEvents.inside')}
          </span>{' '}
          {isPublic && clearedAt && <a href={portalPaths('', language).events}>{t('reports.page')}</a>}
        </p>
      )}
      {donorMarks.length > 0 && (
        <ul className="small">
          {donorMarks.map(({ name, rule, leftOff }) => (
            <li key={name}>
              <strong>{name}</strong>:{' '}
              {leftOff ? (
                <>
                  <span className="tag">{t('publicEvents.noMarks')}</span> {t('publicEvents.leftOff')}
                </>
              ) : rule ? (
                <>
                  {rule.marks} · «{mine(rule.wording)}» · {rule.materials}
                </>
              ) : (
                t('publicEvents.noRule')
              )}
            </li>
          ))}
        </ul>
      )}
      {decides && !cancelledBecause && (
        <div className="deeds">
          {isPublic && !clearedAt && !event.mine && (
            <Button size="compact-sm" loading={clearing.isPending} onClick={() => clearing.mutate(undefined)}>
              {t('publicEvents.clear')}
            </Button>
          )}
          {isPublic && !clearedAt && event.mine && <span className="quiet small">{t('publicEvents.clearOther')}</span>}
          <Cancel id={id} />
        </div>
      )}
      {writes && !cancelledBecause && (
        <details>
          <summary>{t('publicEvents.change')}</summary>
          {/* What was changed stands in the fields again. */}
          <EventForm key={event.version} event={event} />
        </details>
      )}
      <Refusals refusals={refusalsOf(clearing.error)} focus />
    </li>
  )
}

function Cancel({ id }: { id: string }) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  const cancelling = useProductDeed(() => post(`/api/publications/events/${id}/cancel`, { because }))
  return (
    <details>
      <summary>{t('publicEvents.cancel')}</summary>
      <TextInput label={t('publicEvents.because')} value={because} onChange={({ currentTarget }) => setBecause(currentTarget.value)} />
      <Button size="compact-sm" color="red" disabled={!because.trim()} loading={cancelling.isPending} onClick={() => cancelling.mutate(undefined)}>
        {t('publicEvents.cancel')}
      </Button>
      <Refusals refusals={refusalsOf(cancelling.error)} focus />
    </details>
  )
}
