/** The IATI file of a project: fetched by the office, opened to everybody and closed again by the chief of mission. */
import { Button } from '@mantine/core'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { Project } from '../../../api/projects.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'

export function IatiFile({ project: { id, open, iatiIdentifier } }: { project: Project }) {
  const { t } = useWords()
  const mayOpen = useHolds('chief')
  const opening = useResultsDeed(() => post(`/api/results/projects/${id}/publication`, { open: !open }))
  if (!iatiIdentifier) return null
  return (
    <section>
      <p>
        <a href={`/api/results/projects/${id}/iati`}>{t('projects.iatiFile')}</a>{' '}
        <span className="quiet">{t(open ? 'projects.iatiOpen' : 'projects.iatiClosed')}</span>
      </p>
      {mayOpen && (
        <Button variant="default" onClick={() => opening.mutate(undefined)} loading={opening.isPending}>
          {t(open ? 'projects.iatiClose' : 'projects.iatiOpenIt')}
        </Button>
      )}
      <Refusals refusals={refusalsOf(opening.error)} focus />
    </section>
  )
}
