/** A published round never changes: whoever must correct it begins a new edition and says what changes. */
import { Button, Textarea } from '@mantine/core'
import { useLocation } from 'wouter'
import { portalPaths } from '../../../portal/paths.ts'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { Round } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'

export function NewEdition({ round }: { round: Round }) {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const may = useHolds('dataOfficer') && round.state === 'published'
  const { value, set, forget } = useDraft(`edition ${round.id}`, { pt: '', en: '' })
  const beginning = useDeed(
    round.id,
    () => post<{ id: string }>(`/api/displacement/round/${round.id}/new-edition`, value),
    ({ id }) => {
      forget()
      go(pathOfRound(id))
    },
  )
  return (
    <section className="card">
      <h2>{t('bench.published')}</h2>
      {round.slug && (
        <p>
          <a href={portalPaths('', language).publication(round.slug)} className="button">
            {t('bench.openPublic')}
          </a>
        </p>
      )}
      {may && (
        <details>
          <summary>{t('bench.newEdition')}</summary>
          <p className="small quiet">{t('bench.newEditionNote')}</p>
          <Refusals refusals={refusalsOf(beginning.error)} focus />
          <KeyedForm onSave={() => beginning.mutate(undefined)} label={t('bench.newEdition')}>
            <Textarea lang="pt" label={t('bench.changedPt')} maxLength={2000} value={value.pt} onChange={(event) => set({ pt: event.currentTarget.value })} />
            <Textarea lang="en" label={t('bench.changedEn')} maxLength={2000} value={value.en} onChange={(event) => set({ en: event.currentTarget.value })} />
            <Button type="submit" loading={beginning.isPending} disabled={value.pt.trim() === '' || value.en.trim() === ''}>
              {t('bench.newEdition')}
            </Button>
          </KeyedForm>
        </details>
      )}
    </section>
  )
}
