/** One place: where it lies, its codes and names through time, what lies inside it, and the rounds that counted in it. */
import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'
import { longDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { useCodes } from '../../api/codes.ts'
import { useHolds } from '../../api/session.ts'
import { pathOfRecord } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { Aliases } from './Aliases.tsx'
import { CountedIn } from './CountedIn.tsx'
import { Geometry } from './Geometry.tsx'
import { MapToPrint } from './MapToPrint.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import { type Place, useInside } from './register.ts'

export function OnePlace({ place, chain }: { place: Place; chain: readonly Place[] }) {
  const { t, named } = useWords()
  const [, go] = useLocation()
  const mayChange = useHolds('dataOfficer', 'admin')
  const { data: inside } = useInside(place.id)
  const columns: Column<Place>[] = [
    { key: 'name', title: t('places.name'), header: true, value: ({ name }) => name, cell: ({ id, name }) => <Link href={`/places/${id}`}>{name}</Link> },
    { key: 'code', title: t('places.code'), value: ({ pcode }) => pcode, cell: ({ pcode }) => <code>{pcode}</code> },
    { key: 'kind', title: t('places.kind'), value: ({ kind }) => kind, cell: ({ kind }) => named('value', kind) },
  ]
  return (
    <article className="one-place">
      <div className="page-head">
        <div>
          <p className="kicker">
            {chain.slice(0, -1).map(({ id, name }) => (
              <Fragment key={id}>
                <Link href={`/places/${id}`}>{name}</Link> <span aria-hidden="true">›</span>{' '}
              </Fragment>
            ))}
            {named('value', place.kind)}
          </p>
          <h2 className="place-name">{place.name}</h2>
        </div>
        {mayChange && (
          <div className="deeds">
            <Link href={pathOfRecord('places.place', place.id)}>{t('places.change')}</Link>
          </div>
        )}
      </div>
      <Facts place={place} />
      <PlaceMap place={place} inside={inside?.rows ?? []} parent={chain.at(-2) ?? null} onChoose={(id) => go(`/places/${id}`)} />
      <MapToPrint place={place} />
      {mayChange && place.level > 0 && <Geometry place={place} chain={chain} />}
      <Aliases place={place} mayAdd={mayChange} />
      <CountedIn place={place} />
      <section>
        <h3>
          {t('places.inside', { name: place.name })} {inside && <span className="quiet small">({t('places.insideCount', { n: inside.total })})</span>}
        </h3>
        {inside?.total === 0 && <p className="quiet">{t('places.nothingInside')}</p>}
        {inside && inside.total > 0 && (
          <DataTable
            rows={inside.rows}
            columns={columns}
            rowKey={({ id }) => id}
            caption={t('places.inside', { name: place.name })}
            onOpen={({ id }) => go(`/places/${id}`)}
          />
        )}
      </section>
    </article>
  )
}

function Facts({ place }: { place: Place }) {
  const { t, language } = useWords()
  const { label } = useCodes('siteType')
  const { pcode, predecessors, lon, lat, validFrom, validTo, source, siteType, kind } = place
  const valid = [
    validFrom && t('places.validSince', { from: longDate(validFrom, language) }),
    validTo && t('places.validUntil', { to: longDate(validTo, language) }),
  ]
    .filter(Boolean)
    .join(' ')
  const facts = [
    { name: t('places.code'), value: <code>{pcode}</code> },
    { name: t('places.formerCodes'), value: predecessors.length > 0 && <code>{predecessors.join(', ')}</code> },
    { name: t('places.valid'), value: valid || t('places.validAlways') },
    { name: t('places.point'), value: lon === null || lat === null ? t('places.noPoint') : `${lat.toFixed(4)}, ${lon.toFixed(4)}` },
    { name: t('places.siteType'), value: kind === 'site' && (siteType ? label(siteType) : <Unknown />) },
    { name: t('places.source'), value: source },
  ]
  return (
    <dl className="facts">
      {facts.map(
        ({ name, value }) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
