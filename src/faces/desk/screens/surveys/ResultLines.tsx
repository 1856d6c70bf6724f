/** The figures line by line: value, interval as a band, n. A value never stands without the other two. */
import { number, percent } from '../../../portal/numbers.ts'
import type { SurveyFigure, SurveyResults } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

export function ResultLines({ results }: { results: SurveyResults }) {
  const { t, language } = useWords()
  return (
    <>
      {results.lonely.length > 0 && <p className="small">{t('surveys.lonely', { strata: results.lonely.join(', ') })}</p>}
      {results.lines.map((line) => (
        <section key={line.code} className="card survey-line">
          <h2>{line.label[language]}</h2>
          <p className="small quiet">
            {t(`surveys.statistic.${line.statistic}`)}: {results.questions[line.question]?.label[language] ?? line.question}
            {line.afterAnswers && <> · {t('surveys.late')}</>}
          </p>
          <Blocks figures={results.figures.filter(({ line: code }) => code === line.code)} line={line} results={results} />
        </section>
      ))}
    </>
  )
}

type Given = { figures: SurveyFigure[]; line: SurveyResults['lines'][number]; results: SurveyResults }

function Blocks({ figures, line, results }: Given) {
  const { t, language } = useWords()
  const choice = (question: string, code: string) => results.questions[question]?.choices.find((each) => each.code === code)?.label[language] ?? code
  const groupName = ({ breakdown, group }: SurveyFigure) =>
    breakdown === null ? t('surveys.everybody') : group === null ? t('surveys.didNotSay') : breakdown === 'stratum' ? group : choice(breakdown, group)
  const isDistribution = figures.some(({ answer }) => answer !== null)
  const blocks = new Map<string, SurveyFigure[]>()
  for (const figure of figures) {
    // One figure of everybody names itself.
    const title =
      !isDistribution && figure.breakdown === null
        ? ''
        : isDistribution
          ? groupName(figure)
          : figure.breakdown === 'stratum'
            ? t('surveys.stratum')
            : (results.questions[figure.breakdown ?? '']?.label[language] ?? '')
    blocks.set(title, [...(blocks.get(title) ?? []), figure])
  }
  const isShare = line.statistic === 'share'
  const top = isShare ? 1 : Math.max(...figures.map(({ high, value }) => high ?? value ?? 0))
  return [...blocks].map(([title, rows]) => (
    <table key={title} className="survey-figures">
      {title !== '' && <caption>{title}</caption>}
      <thead>
        <tr>
          <td />
          <th scope="col" className="n">
            {t('surveys.value')}
          </th>
          <th scope="col" className="n">
            {t('surveys.interval')}
          </th>
          <td className="survey-track" />
          <th scope="col" className="n">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((figure) => (
          <FigureRow
            key={`${figure.answer} ${figure.breakdown} ${figure.group}`}
            figure={figure}
            name={isDistribution ? choice(line.question, figure.answer ?? '') : groupName(figure)}
            isShare={isShare}
            top={top}
          />
        ))}
      </tbody>
    </table>
  ))
}

function FigureRow({ figure, name, isShare, top }: { figure: SurveyFigure; name: string; isShare: boolean; top: number }) {
  const { t, language } = useWords()
  const { value, low, high, n, nonresponse } = figure
  const printed = (one: number) => (isShare ? percent(100 * one, language) : number(Math.round(one * 100) / 100, language))
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="n">{value === null ? t('surveys.nobody') : printed(value)}</td>
      <td className="n">{low === null || high === null ? t('surveys.noInterval') : t('surveys.fromTo', { low: printed(low), high: printed(high) })}</td>
      <td className="survey-track">
        {value !== null && low !== null && high !== null && low >= 0 && top > 0 && <Track low={low / top} value={value / top} high={high / top} />}
      </td>
      <td className="n">
        {number(n, language)}
        {nonresponse > 0 && <small className="quiet survey-under">{t('surveys.missing', { n: nonresponse })}</small>}
      </td>
    </tr>
  )
}

function Track({ low, value, high }: { low: number; value: number; high: number }) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="line" y="4.6" width="100" height="0.8" />
      <rect className="band" x={100 * low} y="2" width={Math.max(0.4, 100 * (high - low))} height="6" />
      <rect className="mark" x={Math.max(0, 100 * value - 0.5)} width="1" height="10" />
    </svg>
  )
}
