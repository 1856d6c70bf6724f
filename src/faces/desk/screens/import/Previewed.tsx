/** What the file would write, before anything is written: the counts in one sentence, the questions, the rounds, and every finding by its cause. */
import { Empty } from '../../../ui/Empty.tsx'
import { useWords } from '../../words/words.ts'
import { CorrectionReason } from './CorrectionReason.tsx'
import { Findings } from './Findings.tsx'
import { countsOf, type Import, type Preview } from './imports.ts'
import { ProposedRounds } from './ProposedRounds.tsx'
import { Questions } from './Questions.tsx'

export function Previewed({ row, preview }: { row: Import; preview: Preview }) {
  const { t } = useWords()
  return (
    <>
      <p className="counts" role="status">
        {t(preview.details.shape === '4w' ? 'import.fourWCounts' : 'import.counts', countsOf(preview))}
      </p>
      <div className="import-columns">
        <div className="import-stack">
          {preview.details.asksForReason && <CorrectionReason row={row} />}
          <Questions row={row} questions={preview.questions} />
          <Findings id={row.id} findings={preview.findings} />
        </div>
        <section className="beside">
          <h2>{t(preview.details.shape === '4w' ? 'import.fourWWould' : 'import.rounds')}</h2>
          {preview.details.shape === '4w' ? (
            <FourWCounts details={preview.details as unknown as FourWDetails} own={preview.details.own === true} />
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

function FourWCounts({ details, own }: { details: FourWDetails; own: boolean }) {
  const { t } = useWords()
  return (
    <ul>
      <li>{t('import.fourWNew', { new: details.new })}</li>
      <li>{t('import.fourWChanged', { changed: details.changed })}</li>
      <li>{t(own ? 'import.ownKnown' : 'import.fourWKnown', { known: details.known })}</li>
      <li>{t('import.fourWGone', { gone: details.gone })}</li>
      {!own && <li>{t('import.fourWOrganisations', { n: details.newOrganisations })}</li>}
    </ul>
  )
}
