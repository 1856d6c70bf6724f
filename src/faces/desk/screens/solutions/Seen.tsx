/** What was seen of each stage, item by item, with the pictures that came from phones. */
import { longDate } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import type { HouseFile } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { printOf } from './printOf.ts'

/** A picture from a phone is named by its hash; what was typed at the desk is a name alone. */
const isHere = (photo: string) => /^[0-9a-f]{64}$/.test(photo)

export function Seen({ house }: { house: HouseFile }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  return (
    <ul className="plain">
      {house.inspections.map(({ id, stage, attempt, passed, seenOn, by, items }) => (
        <li key={id}>
          <strong>{named('stage', stage)}</strong> · {t('houses.attempt', { n: attempt })} · {longDate(seenOn, language)} · {by}{' '}
          <span className="tag">{t(passed ? 'houses.passed' : 'houses.failed')}</span> <a href={printOf(`inspection/${house.id}/${id}`, language)}>PDF</a>
          <ul className="seen-items">
            {items.map(({ code, answer, note, photo }) => {
              const label = mine(house.checklist[stage].find((item) => item.code === code)?.label) ?? code
              return (
                <li key={code}>
                  {label}: {t(`houses.answer.${answer}`)}
                  {note && ` · ${note}`}
                  {photo && !isHere(photo) && ` · ${photo}`}
                  {photo && isHere(photo) && (
                    <img src={`/api/solutions/houses/${house.id}/photos/${photo}`} alt={t('houses.photoOf', { item: label })} loading="lazy" />
                  )}
                </li>
              )
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}
