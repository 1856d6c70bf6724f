/** The one moment at which rows are written: said in numbers before, followed while it lasts, all or nothing. */
import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { countsOf, type Import, type Preview, useDeed, useProgress } from './imports.ts'
import { WritingBar } from './Writing.tsx'

export function Confirm({ row, preview }: { row: Import; preview: Preview }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const writing = useDeed<Import>(`/api/imports/${row.id}/confirm`, () => go(`/import/${row.id}/result`))
  const { data: progress } = useProgress(row.id, writing.isPending)
  const { new: fresh, newPlaces, shape } = preview.details
  const counts = countsOf(preview)
  const open = preview.questions.filter(({ proposed, items = [] }) => !proposed && items.some((one) => !one.proposed)).length
  return (
    <section className="card confirm">
      <h2>{t('import.confirmTitle')}</h2>
      <Refusals refusals={refusalsOf(writing.error)} focus />
      <p className="counts">
        {counts.written === 0
          ? t('import.confirmNothing')
          : t(shape !== '4w' ? 'import.confirmSentence' : preview.details.own ? 'import.ownConfirm' : 'import.fourWConfirm', counts)}
      </p>
      <ul className="lines">
        {fresh > 0 && newPlaces > 0 && <li>{t('import.confirmNew', { n: newPlaces })}</li>}
        {open > 0 && <li>{t('import.confirmOpen', { n: open })}</li>}
        <li>{t('import.confirmAll')}</li>
      </ul>
      {writing.isPending ? (
        <WritingBar progress={progress} />
      ) : (
        <Button onClick={() => writing.mutate()} disabled={counts.written === 0}>
          {t('import.confirm')}
        </Button>
      )}
    </section>
  )
}
