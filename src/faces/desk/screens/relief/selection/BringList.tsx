/** The list of candidates comes in: which columns it needs, and what was found in it. */
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type OneRun, selectionAt, useSelectionDeed } from '../../../api/selection.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'

export function BringList({ run }: { run: OneRun }) {
  const { t } = useWords()
  const bringing = useSelectionDeed((file: File) => {
    const body = new FormData()
    body.set('file', file)
    return post<{ candidates: number; unanswered: number }>(selectionAt(run.id, 'candidates'), body)
  })
  const columns = ['agregado', ...run.set.criteria.map(({ code }) => code), ...run.tieBreaks]
  return (
    <div className="form">
      <p>{t('selection.listNeeds', { columns: columns.join(', ') })}</p>
      <p className="quiet">{t('selection.listGroups')}</p>
      <Refusals refusals={refusalsOf(bringing.error)} focus />
      {bringing.data && <p role="status">{t('selection.listRead', { n: bringing.data.candidates, unanswered: bringing.data.unanswered })}</p>}
      <div className="form-deeds">
        <ChooseFile
          label={bringing.isPending ? t('forms.reading') : t(run.candidates === null ? 'selection.bringList' : 'selection.bringAgain')}
          accept=".xlsx,.xls,.csv"
          take={(file) => bringing.mutate(file)}
        />
      </div>
    </div>
  )
}
