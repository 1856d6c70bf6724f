/** What households said, each kind apart: the share, its error, its interval and how many answered. Few answers show no figure. */
import { percent } from '../../../../portal/numbers.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Unknown } from '../../../../ui/Unknown.tsx'
import type { OpenRound, PdmResult } from '../../../api/pdm.ts'
import { useWords } from '../../../words/words.ts'

export function Results({ round }: { round: OpenRound }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const asPercent = (share: number) => percent(100 * share, language)
  const points = (se: number) =>
    new Intl.NumberFormat(language === 'pt' ? ['pt-MZ', 'pt'] : ['en'], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(100 * se)
  const question = ({ kind, question: code, silent }: PdmResult) => {
    const label = round.questions.find((each) => each.code === code)?.label
    return (
      <>
        {t(`pdm.kind.${kind}`)}: {label ? mine(label) : code}
        {silent.length > 0 && <span className="lacking">{t('pdm.silent', { strata: silent.join(', ') })}</span>}
      </>
    )
  }
  const share = ({ share: said, withheld }: PdmResult) =>
    withheld ? <span className="quiet">{t('pdm.fewAnswers')}</span> : said === null ? <Unknown /> : asPercent(said)
  return (
    <DataTable
      rows={round.results}
      rowKey={({ kind, question: code }) => `${kind} ${code}`}
      caption={t('pdm.results')}
      stacks
      columns={[
        { key: 'question', title: t('pdm.question'), header: true, cell: question },
        { key: 'answered', title: t('pdm.answered'), number: true, cell: ({ answered }) => String(answered) },
        { key: 'share', title: t('pdm.yes'), number: true, cell: share },
        { key: 'se', title: t('pdm.error'), number: true, cell: ({ se }) => (se === null ? '–' : points(se)) },
        { key: 'interval', title: t('pdm.interval'), cell: ({ interval }) => (interval ? `${asPercent(interval.low)} – ${asPercent(interval.high)}` : '–') },
      ]}
    />
  )
}
