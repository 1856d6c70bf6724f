/** The card of a phone, shown this once: its two codes, for whom, where, in which project and until when; one A6 card, printed alone on its sheet. */
import { useWords } from '../../../words/words.ts'
import { day } from '../review/moment.ts'

export type MadePhone = { id: string; label: string; expiresAt: string; settings: string; enrolment: string }

export function PhoneCard({ phone, project, areas }: { phone: MadePhone; project: string; areas: readonly string[] }) {
  const { t, language } = useWords()
  return (
    <>
      <p className="no-print">{t('phones.once')}</p>
      <article className="phone-card" aria-label={t('phones.card', { name: phone.label })}>
        <h3>{phone.label}</h3>
        <dl>
          <dt>{t('phones.project')}</dt>
          <dd>{project}</dd>
          <dt>{t('phones.areas')}</dt>
          <dd>{areas.map((area) => (area === '*' ? t('allAreas') : area)).join(', ')}</dd>
          <dt>{t('phones.until')}</dt>
          <dd>{day(phone.expiresAt, language)}</dd>
        </dl>
        <div className="phone-codes">
          <figure>
            <img src={phone.enrolment} alt={t('phones.codeField')} />
            <figcaption>{t('phones.codeField')}</figcaption>
          </figure>
          <figure>
            <img src={phone.settings} alt={t('phones.codeCollect')} />
            <figcaption>{t('phones.codeCollect')}</figcaption>
          </figure>
        </div>
        <p className="phone-card-note">{t('phones.cardNote')}</p>
      </article>
      <button type="button" className="link no-print" onClick={() => window.print()}>
        {t('phones.print')}
      </button>
    </>
  )
}
