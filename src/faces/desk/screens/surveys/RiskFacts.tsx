/** How easily somebody is recognised in a file of single answers, in five figures. */
import { number } from '../../../portal/numbers.ts'
import type { MicrodataRisk } from '../../api/microdata.ts'
import { useWords } from '../../words/words.ts'

export function RiskFacts({ records, risk }: { records: number; risk: MicrodataRisk }) {
  const { t, language } = useWords()
  const percent = (share: number) => `${number(Math.round(share * 10_000) / 100, language)} %`
  const said = [
    ['records', number(records, language)],
    ['global', percent(risk.global)],
    ['highest', percent(risk.highest)],
    ['k', number(risk.kAnonymity, language)],
    ['unique', number(risk.unique, language)],
  ] as const
  return (
    <dl className="facts figures">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`microdata.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
