/** Beside the points of a period: the map of its flows, the time of the year, what travellers said. The interviews are shown as the public will see them. */
import type { Count } from '../../../../engines/count.ts'
import { hoursSummed, ratePerHour } from '../../../../engines/flows/rates.ts'
import { number } from '../../../portal/numbers.ts'
import { CountText } from '../../../ui/Unknown.tsx'
import type { FlowPicture } from '../../api/flows.ts'
import { useWords } from '../../words/words.ts'

export function FlowMapPart({ map, points, summed, people }: Pick<FlowPicture, 'map' | 'points' | 'summed' | 'people'>) {
  const { t, language } = useWords()
  const hours = hoursSummed(points.map((point) => ({ hours: point.hours, counted: summed.includes(point.code) })))
  const rate = ratePerHour(people, hours)
  const outside = map?.outside.map(({ fromName, toName, people: n }) => `${fromName[language]} → ${toName[language]}: ${number(n, language)}`).join('; ')
  return (
    <>
      {rate !== null && <p>{t('flows.rate', { rate: number(rate, language), hours: number(hours, language) })}</p>}
      {map && (
        <>
          <h2 className="after-table">{t('flows.map')}</h2>
          <img className="flow-map" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(map.svg)}`} alt={t('flows.map')} />
          <p className="quiet small">{t('flows.mapNote')}</p>
          {outside && <p>{t('flows.mapOutside', { list: outside })}</p>}
        </>
      )}
    </>
  )
}

export function SeasonPart({ season }: Pick<FlowPicture, 'season'>) {
  const { t, language } = useWords()
  return (
    <>
      <h2 className="after-table">{t('flows.season')}</h2>
      <p>
        {season.state === 'shown'
          ? t('flows.season.shown', { years: season.years, known: season.known, steps: season.steps })
          : season.state === 'gaps'
            ? t('flows.season.gaps', { known: season.known, steps: season.steps })
            : t('flows.season.notYet', { needed: season.needed, known: season.known })}
      </p>
      {season.state === 'shown' && (
        <Table
          caption={t('flows.season')}
          head={[t('flows.season.time'), t('flows.season.percent')]}
          rows={season.times.map(({ time, percent }) => ({ label: number(time, language), n: percent }))}
        />
      )}
    </>
  )
}

export function InterviewsPart({ interviews: { n, tables } }: Pick<FlowPicture, 'interviews'>) {
  const { t, language } = useWords()
  const said =
    n === 0
      ? t('flows.interviews.none')
      : tables.length === 0
        ? t('flows.interviews.few')
        : t('flows.interviews.note', { n: typeof n === 'number' ? number(n, language) : t('unknown') })
  return (
    <>
      <h2 className="after-table">{t('flows.interviews')}</h2>
      <p>{said}</p>
      <div className="flow-tables">
        {tables.map(({ question, label, answers }) => (
          <Table
            key={question}
            caption={label[language]}
            head={[label[language], t('flows.interviews.answers')]}
            rows={answers.map((answer) => ({ label: answer.label[language], n: answer.n }))}
          />
        ))}
      </div>
    </>
  )
}

function Table({ caption, head, rows }: { caption: string; head: [string, string]; rows: { label: string; n: Count }[] }) {
  return (
    <table className="flow-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th>{head[0]}</th>
          <th className="n">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, n }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="n">
              <CountText value={n} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
