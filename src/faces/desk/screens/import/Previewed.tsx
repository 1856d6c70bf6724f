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
          <h2>{t(preview.details.shape === '4w' ? 'import.fourWWould' : 'import.rounds')}</h2>
          {preview.details.shape === '4w' ? (
            <FourWCounts details={preview.details as unknown as FourWDetails} />
          ) : preview.details.rounds.length > 0 ? (
            <ProposedRounds rounds={preview.details.rounds} />
          ) : (
            <Empty title={t('import.noRounds')} />
          )}
        </section>
      </div>
    </>
  )
}

type FourWDetails = { new: number; known: number; changed: number; gone: number; newOrganisations: number }

function FourWCounts({ details }: { details: FourWDetails }) {
  const { t } = useWords()
  return (
    <ul>
      <li>{t('import.fourWNew', { new: details.new })}</li>
      <li>{t('import.fourWChanged', { changed: details.changed })}</li>
      <li>{t('import.fourWKnown', { known: details.known })}</li>
      <li>{t('import.fourWGone', { gone: details.gone })}</li>
      <li>{t('import.fourWOrganisations', { n: details.newOrganisations })}</li>
    </ul>
  )
}
