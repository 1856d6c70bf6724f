/** The two figures that everybody asks for, with their date and how much is missing. */
import { Coverage } from '../../../ui/Coverage.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import type { Situation } from '../../api/displacement.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'

export function KeyFigures({ situation: { operation, round, individuals, households, coverage } }: { situation: Situation }) {
  const { t } = useWords()
  const facts = { round: String(round.number), operation: operation.name }
  const common = { date: round.reportingDate, coverage, source: round.id ? pathOfRound(round.id) : '/rounds' }
  return (
    <section className="key-figures">
      <Figure large label={t('home.displaced')} value={individuals} counts={t('home.countsPeople', facts)} {...common} />
      <Figure large label={t('home.households')} value={households} counts={t('home.countsHouseholds', facts)} {...common} />
      <Coverage counts={coverage} legend />
    </section>
  )
}
