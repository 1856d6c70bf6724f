/** Where the copies of a material are, as the stock ledger says, and where they are with people. */
import { number, shortDate } from '../../../portal/numbers.ts'
import type { Material } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'

export function Copies({ item: { stock, handedOut, recalledOn, recallReason } }: { item: Material }) {
  const { t, language } = useWords()
  return (
    <>
      {recalledOn && <span className="tag">{t('materials.recalled', { since: shortDate(recalledOn, language), reason: recallReason })}</span>}
      {stock.length === 0 && handedOut.length === 0 && <span className="quiet">{t('materials.noStock')}</span>}
      {stock.map(({ place, placeName, kind, quantity }) => (
        <span key={`${place}${kind}`} className="lacking">
          {t(kind === 'bin' ? 'materials.inStore' : 'materials.putAside', { place: placeName, n: number(quantity, language) })}
        </span>
      ))}
      {handedOut.map(({ place, placeName, copies }) => (
        <span key={place} className="lacking">
          {t('materials.handedOut', { place: placeName ?? place, n: copies === null ? t('unknown') : number(copies, language) })}
        </span>
      ))}
    </>
  )
}
