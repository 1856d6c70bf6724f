/** The map of a district or post to print, on one of three papers, in the language that is being read. */
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import type { Place } from './register.ts'

const papers = ['a4', 'a3', 'a0']

export function MapToPrint({ place }: { place: Place }) {
  const { t, language } = useWords()
  const may = useHolds('dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring', 'registrar', 'admin')
  if (!may || (place.level !== 2 && place.level !== 3)) return null
  return (
    <section>
      <h3>{t('place.print')}</h3>
      <p className="quiet">{t('place.printNote')}</p>
      <p className="form-deeds">
        {papers.map((paper) => (
          <a key={paper} href={`/api/displacement/maps/${place.pcode}?paper=${paper}&lang=${language}`} download>
            {paper.toUpperCase()} (PDF)
          </a>
        ))}
      </p>
    </section>
  )
}
