/** What a household and its people agreed to, word for word and purpose by purpose, and taking back one purpose alone: everything else stays. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type OpenHousehold, useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'
import { fullName } from './fullName.ts'

type Consent = OpenHousehold['history']['consents'][number]
/** Registration itself is withdrawn by erasing, above. */
const apart = ['sharing', 'biometrics'] as const

export function Consents({ shown: { facts, people, history }, again }: { shown: OpenHousehold; again: () => void }) {
  const { t, named, language } = useWords()
  const { consents } = history
  // In the order in which they were given: the last of its purpose and person is the one that stands.
  const stands = (each: Consent) => each.id === consents.filter(({ purpose, person }) => purpose === each.purpose && person === each.person).at(-1)?.id
  return (
    <section className="card">
      <h2>{t('registration.consents')}</h2>
      {consents.map((consent) => {
        const { id, person, purpose, answer, words, language: read, wordingVersion, answeredAt } = consent
        const lives = people.find((each) => each.id === person)
        const kind = apart.find((each) => each === purpose)
        return (
          <details key={id}>
            <summary>
              {named('registration.consentPurpose', purpose)}
              {lives && ` (${fullName(lives)})`}: <b>{t(`registration.consent.${answer}`)}</b>, {shortDate(answeredAt.slice(0, 10), language)}
            </summary>
            <blockquote lang={read}>{words}</blockquote>
            <p className="quiet small">{t('registration.wording', { version: wordingVersion, language: read })}</p>
            {kind && answer === 'given' && stands(consent) && (person === null || lives) && (
              <Withdraw household={facts.id} person={person} purpose={kind} again={again} />
            )}
          </details>
        )
      })}
    </section>
  )
}

type Asked = { household: string; person: string | null; purpose: (typeof apart)[number]; again: () => void }

function Withdraw({ household, person, purpose, again }: Asked) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const withdrawing = useRegistrationDeed(() =>
    post(`/api/registration/households/${household}/withdraw-purpose`, { purpose, ...(person ? { person } : {}) }).then(again),
  )
  if (!asking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('consent.withdraw')}
      </Button>
    )
  return (
    <div className="refusals warning" role="alert">
      <Refusals refusals={refusalsOf(withdrawing.error)} focus />
      <strong>{t('consent.withdrawSure')}</strong>
      <p>{t(`consent.withdrawNote.${purpose}`)}</p>
      <div className="form-deeds">
        <Button color="red.9" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
          {t('consent.withdrawNow')}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('consent.withdrawNot')}
        </Button>
      </div>
    </div>
  )
}
