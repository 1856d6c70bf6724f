/** Three priorities as bands, fifteen areas as tiles; filtered by a global goal, which stands in the address. */
import { NativeSelect } from '@mantine/core'
import { Link } from 'wouter'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { resultsReaders, useIndicators } from '../../api/results.ts'
import { useHolds } from '../../api/session.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { AreaIndicators } from './AreaIndicators.tsx'
import { StrategySource } from './StrategySource.tsx'
import { type FocusArea, fitTo, isServed, type Strategy, type StrategyLink, useOpenParts } from './strategy.ts'

const filters = [
  { name: 'sdg', framework: 'SDG', word: 'strategy.filterSdg' },
  { name: 'gcm', framework: 'GCM', word: 'strategy.filterGcm' },
] as const

const codesOf = (areas: readonly FocusArea[], framework: StrategyLink['framework']) =>
  [...new Set(areas.flatMap(({ links }) => links.flatMap((link) => (link.framework === framework && link.code ? [link.code] : []))))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )

export function WholeStrategy({ strategy }: { strategy: Strategy }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [search, choose] = useChosen()
  const chosen = filters.flatMap(({ name, framework }) => {
    const code = search.get(name)
    return code ? [fitTo(strategy.areas, framework, code)] : []
  })
  const shown = strategy.areas.filter((area) => chosen.every(({ fits }) => fits.includes(area)))
  const illegible = strategy.areas.filter(
    (area) => !shown.includes(area) && chosen.every(({ fits, illegible: unread }) => fits.includes(area) || unread.includes(area)),
  )
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{mine(strategy.title)}</h1>
          <p className="quiet">{mine(strategy.wording)}</p>
        </div>
      </div>
      <div className="filters">
        {filters.map(({ name, framework, word }) => (
          <NativeSelect
            key={name}
            label={t(word)}
            value={search.get(name) ?? ''}
            onChange={(event) => choose({ [name]: event.currentTarget.value })}
            data={[{ value: '', label: t('strategy.any') }, ...codesOf(strategy.areas, framework).map((code) => ({ value: code, label: code }))]}
          />
        ))}
      </div>
      {chosen.length > 0 && (
        <p role="status">
          {shown.length > 0 && t('strategy.fits', { n: shown.length })}{' '}
          {illegible.length > 0 && (
            <span className="quiet">{t('strategy.illegible', { n: illegible.length, areas: illegible.map(({ number }) => String(number)) })}</span>
          )}
        </p>
      )}
      {chosen.length > 0 && shown.length === 0 && <Empty title={t('strategy.none')} />}
      {strategy.priorities.map(({ number, name, objective }) => {
        const areas = shown.filter(({ priority }) => priority === number)
        return (
          areas.length > 0 && (
            <section key={number} className="band">
              <header>
                <p className="kicker small">{t('strategy.priority', { number: String(number) })}</p>
                <h2>{mine(name)}</h2>
                <p className="small">{mine(objective)}</p>
              </header>
              <ul className="tiles">
                {areas.map((area) => (
                  <Tile key={area.number} area={area} />
                ))}
              </ul>
            </section>
          )
        )
      })}
      {chosen.length === 0 && <AreaIndicators area="X" />}
      <StrategySource strategy={strategy} />
    </>
  )
}

function Tile({ area }: { area: FocusArea }) {
  const { t } = useWords()
  const mine = useBilingual()
  const open = useOpenParts()
  const { number, name, keyResults, activities } = area
  const { data } = useIndicators(useHolds(...resultsReaders))
  const indicators = (data?.indicators ?? []).filter(({ code }) => code.startsWith(`${number}.`))
  const known = indicators.filter(({ latest }) => latest !== null && latest.value !== null).length
  return (
    <li>
      <Link href={`/strategy/${number}`} className="tile" data-row="">
        <span className="tile-number" aria-hidden="true">
          {number}
        </span>
        <span>
          <b>{mine(name)}</b>
          <small>{t('strategy.counts', { results: keyResults.length, activities: activities.length })}</small>
          <small>{t('strategy.served', { served: activities.filter((activity) => isServed(activity, open)).length, all: activities.length })}</small>
          {indicators.length > 0 && <small className={known === 0 ? 'unknown' : undefined}>{t('results.knownOf', { known, all: indicators.length })}</small>}
        </span>
      </Link>
    </li>
  )
}
