/** The tree on the left, the chosen place on the right; the address names the place. */
import { useLocation } from 'wouter'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useSession } from '../../api/session.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { OnePlace } from './OnePlace.tsx'
import { PlaceTree } from './PlaceTree.tsx'
import { useChain, useCountries } from './register.ts'

export function Explorer({ id }: { id: string | null }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const { data: session } = useSession()
  const { data: countries, error } = useCountries()
  const own = countries?.rows.find(({ country }) => country === session?.country.iso3) ?? countries?.rows[0]
  const chosen = id ?? own?.id ?? null
  const { data: chain, error: lost } = useChain(chosen)
  if (error && !countries) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (lost && !chain) return refusalsOf(lost)[0]?.code === 'access.not-found' ? <NotFound /> : <Refusals refusals={refusalsOf(lost)} title={t('loadFailed')} />
  if (!countries || !chain) return <WaitingTable />
  const place = chain.at(-1)!
  return (
    <div className="explorer">
      <section className="tree-side">
        <PlacePicker search={searchPlaces} label={t('places.find')} onChoose={(found) => go(`/places/${found.id}`)} />
        <nav aria-label={t('places.tree')}>
          <PlaceTree places={countries.rows} chain={chain} />
        </nav>
      </section>
      <OnePlace key={place.id} place={place} chain={chain} />
    </div>
  )
}
