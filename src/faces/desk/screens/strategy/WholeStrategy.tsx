/** The strategy map: three priorities as bands, fifteen areas as tiles; narrowed by a global goal, a place or a donor, which stand in the address. */
import { NativeSelect } from '@mantine/core'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { searchPlaces } from '../../api/places.ts'
import { projectReaders, useStrategyMap } from '../../api/projects.ts'
import { useHolds } from '../../api/session.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { AreaIndicators } from './AreaIndicators.tsx'
import { AreaTile } from './AreaTile.tsx'
import { StrategySource } from './StrategySource.tsx'
import { StrategyTabs } from './StrategyTabs.tsx'
import { type FocusArea, fitTo, type Strategy, type StrategyLink } from './strategy.ts'

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
  const may = useHolds(...projectReaders)
  const { data: map } = useStrategyMap({ place: search.get('place'), donor: search.get('donor') }, may)
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
      <StrategyTabs />
      {map && map.harmRisks > 0 && <p className="harm-risks">{t('projects.harmRisks', { n: map.harmRisks })}</p>}
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
        {map && (
          <NativeSelect
            label={t('projects.donor')}
            value={search.get('donor') ?? ''}
            onChange={(event) => choose({ donor: event.currentTarget.value })}
            data={[{ value: '', label: t('strategy.any') }, ...map.donors.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        {map && <PlacePicker label={t('projects.place')} search={searchPlaces} onChoose={({ pcode, name }) => choose({ place: pcode, placeName: name })} />}
      </div>
      {search.get('place') && (
        <p>
          {t('projects.onlyPlace', { place: search.get('placeName') ?? search.get('place') ?? '' })}{' '}
          <button type="button" className="link" onClick={() => choose({ place: null, placeName: null })}>
            {t('projects.wholeCountry')}
          </button>
        </p>
      )}
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
                  <AreaTile key={area.number} strategy={strategy} area={area} state={map?.areas.find((each) => each.area === area.number)} />
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
