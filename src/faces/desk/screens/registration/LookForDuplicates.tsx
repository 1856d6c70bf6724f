/** Looking for duplicates in an exercise: how far it is, what the last search found and when; one at a time. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { askForSearch, runs, useSearches } from '../../api/duplicateSearch.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function LookForDuplicates({ id }: { id: string }) {
  const { t, language } = useWords()
  const answers = useQueryClient()
  const reviews = useHolds('duplicateReviewer')
  const { data, error } = useSearches(id)
  const asking = useRegistrationDeed(() => askForSearch(id))
  const running = data ? runs(data) : false
  const ran = useRef(false)
  useEffect(() => {
    // New pairs stand in the way of closing: what is shown of the exercise is asked again when a search ends.
    if (ran.current && !running) void answers.invalidateQueries({ queryKey: ['registration'] })
    ran.current = running
  }, [running, answers])
  const { newest, lastDone } = data ?? { newest: null, lastDone: null }
  return (
    <section className="card">
      <h2>{t('registration.part.duplicates')}</h2>
      <p>{t('registration.findNote')}</p>
      <Refusals refusals={[...refusalsOf(error), ...refusalsOf(asking.error)]} focus={asking.isError} />
      <div role="status">
        {newest?.state === 'waiting' && <p>{t('registrar.searchWaits')}</p>}
        {newest?.state === 'looking' && (
          <>
            <p>{newest.people === null ? t('registrar.searchBegins') : t('registrar.searchLooks', { seen: newest.seen, n: newest.people })}</p>
            {newest.people !== null && <progress max={Math.max(1, newest.people)} value={newest.seen} aria-label={t('registration.find')} />}
          </>
        )}
        {newest?.state === 'failed' && <p className="refusals warning">{t('registrar.searchFailed')}</p>}
        {lastDone && (
          <p>
            {t('registration.found', { people: lastDone.people ?? 0, n: lastDone.suggested ?? 0 })}{' '}
            <span className="quiet">{t('registrar.searchedAt', { at: dateAndTime(lastDone.endedAt, language) })}</span>
          </p>
        )}
        {data && !newest && <p className="quiet">{t('registrar.neverSearched')}</p>}
      </div>
      <div className="form-deeds">
        <Button variant="default" loading={asking.isPending} disabled={!data || running} onClick={() => asking.mutate(undefined)}>
          {t(lastDone ? 'registrar.findAgain' : 'registration.find')}
        </Button>
        {reviews && <Link href="/registration/duplicates">{t('registrar.toPairs')}</Link>}
      </div>
    </section>
  )
}
