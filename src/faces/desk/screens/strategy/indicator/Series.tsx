/**
 * The figures of one place through time, from zero: a line breaks where nobody knows and where the definition changed; baseline and target are lines of their own, an earlier
 * target stays in sight, paler. The table below says the same in words.
 */
import { shortDate } from '../../../../portal/numbers.ts'
import type { Indicator, Mark } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'
import { useFigureText } from './figureText.ts'
import type { SeriesPoint } from './seriesOf.ts'

const size = { width: 680, height: 260, left: 14, right: 560, top: 26, bottom: 210 }

type Given = { indicator: Indicator; points: readonly SeriesPoint[]; marks: readonly Mark[]; place: string }

export function Series({ indicator, points, marks, place }: Given) {
  const { t, named, language } = useWords()
  const { inUnit } = useFigureText()
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const lines = marks.filter((mark): mark is Mark & { value: number } => mark.value !== null)
  if (known.length < 2) return null
  const replaced = new Set(marks.map(({ replaces }) => replaces))
  const top = Math.max(...known, ...lines.map(({ value }) => value), 0) || 1
  const low = Math.min(0, ...known)
  const step = (size.right - size.left) / points.length
  const x = (at: number) => size.left + step * (at + 0.5)
  const y = (value: number) => size.bottom - ((value - low) / (top - low)) * (size.bottom - size.top)
  const joins = (at: number) => at > 0 && points[at]!.value !== null && points[at - 1]!.value !== null && points[at]!.version === points[at - 1]!.version
  const hasLabel = (at: number) => points.length <= 8 || at === 0 || at === points.length - 1 || points[at]!.value === Math.max(...known)
  return (
    <figure className="series">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t('results.seriesLabel', { place })}>
        <line className="base" x1={size.left} x2={size.right} y1={y(0)} y2={y(0)} />
        {lines.map(({ id, kind, value, day }) => (
          <g key={id} className={`mark ${kind} ${replaced.has(id) ? 'earlier' : ''}`}>
            <line x1={size.left} x2={size.right} y1={y(value)} y2={y(value)} />
            <text x={size.right + 6} y={y(value) + 4}>
              {named('markKind', kind)} {inUnit(indicator, value)}
              {replaced.has(id) && `, ${shortDate(day, language)}`}
            </text>
          </g>
        ))}
        {points.map((point, at) => (
          <g key={point.id}>
            {joins(at) && <line className="line" x1={x(at - 1)} y1={y(points[at - 1]!.value!)} x2={x(at)} y2={y(point.value!)} />}
            {at > 0 && point.version !== points[at - 1]!.version && (
              <>
                <line className="break" x1={x(at) - step / 2} x2={x(at) - step / 2} y1={size.top - 12} y2={size.bottom} />
                <text className="quiet" x={x(at) - step / 2 + 4} y={size.top - 4}>
                  {t('results.version', { n: point.version })}
                </text>
              </>
            )}
            {point.value === null ? (
              <text className="quiet" x={x(at)} y={size.bottom - 6} textAnchor="middle">
                {t('unknown')}
              </text>
            ) : (
              <>
                <circle cx={x(at)} cy={y(point.value)} r={4.5} />
                {hasLabel(at) && (
                  <text className="value" x={x(at)} y={y(point.value) - 10} textAnchor="middle">
                    {inUnit(indicator, point.value)}
                  </text>
                )}
              </>
            )}
            {hasLabel(at) && (
              <text className="quiet" x={x(at)} y={size.bottom + 22} textAnchor="middle">
                {shortDate(point.toDay, language)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="quiet small">{t('results.seriesNote')}</figcaption>
    </figure>
  )
}
