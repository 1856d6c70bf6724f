/** What circles and shades mean, with rounded breaks printed. */
import { number } from '../portal/numbers.ts'
import type { MapTone } from './mapFeatures.ts'
import { largestRadius, legendCircles, radiusOf, shareBreaks } from './mapScale.ts'
import { shades } from './tokens.ts'
import { useUiWords } from './words.ts'

type Given = { title: string; top: number | null; shares: boolean; tones: readonly MapTone[] }

export function MapLegend({ title, top, shares, tones }: Given) {
  const { say, language } = useUiWords()
  const height = 2 * largestRadius + 6
  return (
    <div className="map-legend">
      <b>{title}</b>
      {top !== null && (
        <svg width="150" height={height} aria-hidden="true" className="legend-circles">
          {legendCircles(top).map((value) => {
            const radius = radiusOf(value, top)
            const y = height - 2 - 2 * radius
            return (
              <g key={value}>
                <circle cx={largestRadius + 2} cy={height - 2 - radius} r={radius} />
                <line x1={largestRadius + 2} x2="84" y1={y} y2={y} />
                <text x="88" y={y + 9}>
                  {number(value, language)}
                </text>
              </g>
            )
          })}
        </svg>
      )}
      {shares && (
        <ul className="legend-shades">
          {shades.map((shade, i) => (
            <li key={shade}>
              <span className="key" style={{ background: shade }} aria-hidden="true" />
              {i === 0 ? '0' : Math.round(shareBreaks[i - 1]! * 100)}–{i === shades.length - 1 ? 100 : Math.round(shareBreaks[i]! * 100)}&nbsp;%
            </li>
          ))}
          <li>
            <span className="key hatched" aria-hidden="true" /> {say('noData')}
          </li>
        </ul>
      )}
      {tones.some(({ pcodes }) => pcodes.length > 0) && (
        <ul className="legend-shades">
          {tones
            .filter(({ pcodes }) => pcodes.length > 0)
            .map(({ tone, words }) => (
              <li key={words}>
                <span className={`key ${tone === 'grey' ? 'silent' : 'hatched'}`} aria-hidden="true" /> {words}
              </li>
            ))}
        </ul>
      )}
    </div>
  )
}
