/** Where a figure is for: the whole country unless a place is chosen. */
import { Button } from '@mantine/core'
import { PlacePicker } from '../../../../ui/PlacePicker.tsx'
import { searchPlaces } from '../../../api/places.ts'
import { useWords } from '../../../words/words.ts'

type Place = { pcode: string; name: string }

export function PlaceOfFigure({ place, onChange }: { place: Place | null; onChange: (place: Place | null) => void }) {
  const { t } = useWords()
  return (
    <div>
      <PlacePicker search={searchPlaces} onChoose={onChange} label={t('results.forPlace')} placeholder={t('results.wholeCountry')} />
      {place && (
        <p>
          {place.name} <span className="quiet">{place.pcode}</span>{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            {t('results.backToCountry')}
          </Button>
        </p>
      )}
    </div>
  )
}
