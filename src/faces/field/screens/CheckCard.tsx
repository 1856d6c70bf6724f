/** A household's card before a distribution: scanned, pasted or its number typed; one answer in colour and words, without network and without a name. */
import { useState } from 'react'
import { type Judgement, judge } from '../cards/judge.ts'
import { Head } from '../shell/Frame.tsx'
import { dayOfYear } from '../shell/format.ts'
import { goTo } from '../shell/route.ts'
import { type Key, usePhone, usePicture, useWords } from '../usePhone.tsx'
import { ScanOrType } from './ScanOrType.tsx'

const tones = {
  valid: 'good',
  'card.damaged': 'bad',
  'card.other-mission': 'other',
  'card.unknown-key': 'other',
  'card.revoked': 'bad',
  'number-here': 'other',
  'number-not-here': 'other',
  'number-revoked': 'bad',
} as const satisfies Record<Judgement['verdict'], string>

/** Shape as well as colour: a tick, a cross, a question mark. */
const shapes = { good: 'M4 13l5 5L20 6', bad: 'M5 5l14 14M19 5 5 19', other: 'M8 9a4 4 0 1 1 5 4c-1 .5-1 1-1 2M12 19.5v.1' }

function Verdict({ judgement }: { judgement: Judgement }) {
  const { say, language } = useWords()
  const { verdict } = judgement
  const tone = tones[verdict]
  return (
    <section className={`verdict ${tone}`} role="alert">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[tone]} />
      </svg>
      <h2>{say(`card.is.${verdict}` as Key)}</h2>
      {'facts' in judgement && (
        <dl>
          <dt>{say('card.household')}</dt>
          <dd className="large">{judgement.facts.household}</dd>
          <dt>{say('card.exercise')}</dt>
          <dd>{judgement.facts.exercise}</dd>
          <dt>{say('card.issued')}</dt>
          <dd>
            {dayOfYear(judgement.facts.issuedOn, language)}
            {judgement.facts.print > 1 && ` · ${say('card.copy', { n: judgement.facts.print })}`}
          </dd>
        </dl>
      )}
      {'number' in judgement && <p className="large">{judgement.number}</p>}
      <p>{say(`card.do.${verdict}` as Key)}</p>
      {'list' in judgement && judgement.list === 'not-here' && <p>{say('card.noRevokedList')}</p>}
    </section>
  )
}

export function CheckCard() {
  const { say } = useWords()
  const { cache } = usePhone()
  const { profile } = usePicture()
  const [judgement, setJudgement] = useState<Judgement | null>(null)
  const take = async (given: string) => {
    setJudgement(await judge(given, profile, cache))
  }
  return (
    <>
      <Head title={say('card.title')} back={() => goTo('')} />
      {judgement && <Verdict judgement={judgement} />}
      <ScanOrType
        id="card-text"
        words={{ scan: say(judgement ? 'card.next' : 'card.scan'), type: say('card.type'), take: say('card.check') }}
        isMain
        opens={() => setJudgement(null)}
        take={take}
      />
      {!judgement && <p className="calm-note">{say('card.intro')}</p>}
    </>
  )
}
