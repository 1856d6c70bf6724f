/** What the file would write, before anything is written: the counts in one sentence, the questions, the rounds, and every finding by its cause. */
import { Empty } from '../../../ui/Empty.tsx'
import { useWords } from '../../words/words.ts'
import { Findings } from './Findings.tsx'
import { countsOf, type Import, type Preview } from './imports.ts'
import { ProposedRounds } from './ProposedRounds.tsx'
import { Questions } from './Questions.tsx'

export function Previewed({ row, preview }: { row: Import; preview: Preview }) {
  const { t } = useWords()
  return (
    <>
      <p className="counts" role="status">
        {t('import.counts', countsOf(preview))}
      </p>
      <div className="import-columns">
        <div className="import-stack">
          <Questions row={row} questions={preview.questions} />
          <Findings id={row.id} findings={preview.findings} />
        </div>
        <section className="beside">
          <h2>{t('import.rounds')}</h2>
          {preview.details.rounds.length > 0 ? <ProposedRounds rounds={preview.details.rounds} /> : <Empty title={t('import.noRounds')} />}
        </section>
      </div>
    </>
  )
}
