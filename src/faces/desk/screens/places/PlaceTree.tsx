/** Places inside places; each branch is fetched when it is opened. The branch of the chosen place stands open. */
import { useState } from 'react'
import { Link } from 'wouter'
import { Icon } from '../../../ui/Icon.tsx'
import { useWords } from '../../words/words.ts'
import { type Place, useInside } from './register.ts'

type Given = { places: readonly Place[]; chain: readonly Place[] }

export function PlaceTree({ places, chain }: Given) {
  return (
    <ul className="tree">
      {places.map((place) => (
        <Branch key={place.id} place={place} chain={chain} />
      ))}
    </ul>
  )
}

function Branch({ place, chain }: { place: Place; chain: readonly Place[] }) {
  const { t } = useWords()
  const onTheWay = chain.some(({ id }) => id === place.id)
  const [touched, setTouched] = useState<boolean | null>(null)
  const open = touched ?? onTheWay
  const { data } = useInside(place.id, open)
  const here = chain.at(-1)?.id === place.id
  const mayHold = place.level < 5
  return (
    <li>
      <div className={here ? 'branch here' : 'branch'}>
        {mayHold ? (
          <button type="button" className="plain" aria-expanded={open} onClick={() => setTouched(!open)}>
            <Icon name={open ? 'down' : 'right'} size={11} />
            <span className="unseen">{t(open ? 'places.shut' : 'places.open', { name: place.name })}</span>
          </button>
        ) : (
          <span className="leaf" />
        )}
        <Link href={`/places/${place.id}`} data-row="" aria-current={here ? 'true' : undefined}>
          {place.name}
        </Link>
      </div>
      {open && data && data.rows.length > 0 && <PlaceTree places={data.rows} chain={chain} />}
    </li>
  )
}
