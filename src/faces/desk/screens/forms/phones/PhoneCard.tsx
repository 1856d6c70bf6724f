/** The two codes of a phone, shown this once: on screen, or printed as a card that is handed over and destroyed. */
import { useWords } from '../../../words/words.ts'

export type MadePhone = { id: string; label: string; settings: string; enrolment: string }

export function PhoneCard({ phone }: { phone: MadePhone }) {
  const { t } = useWords()
  return (
    <div className="phone-card">
      <h3>{phone.label}</h3>
      <p>{t('phones.once')}</p>
      <div className="phone-codes">
        <figure>
          <img src={phone.enrolment} alt={t('phones.codeField')} width={240} height={240} />
          <figcaption>{t('phones.codeField')}</figcaption>
        </figure>
        <figure>
          <img src={phone.settings} alt={t('phones.codeCollect')} width={240} height={240} />
          <figcaption>{t('phones.codeCollect')}</figcaption>
        </figure>
      </div>
      <button type="button" className="link no-print" onClick={() => window.print()}>
        {t('phones.print')}
      </button>
    </div>
  )
}
