/** What can be done with a request now. Each step is written with words that stay sealed beside it; the link of a granted one is shown once. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type DataRequest, type Step, type stateNow, useRequestStep } from '../../api/requests.ts'
import { useWords } from '../../words/words.ts'
import { Secret } from '../people/Secret.tsx'

type Now = ReturnType<typeof stateNow>
type Given = { request: DataRequest; state: Now; me: string; done: () => void }

const deedsOf: Record<Now, readonly Step['deed'][]> = {
  received: ['prepare', 'ask', 'refuse'],
  asked_back: ['answer', 'refuse'],
  prepared: ['grant', 'ask', 'refuse'],
  granted: ['new-link', 'revoke'],
  ...{ refused: [], revoked: [], ended: [], erased: [] },
}
const wordOf = {
  prepare: 'prepare',
  ask: 'ask',
  answer: 'answer',
  refuse: 'refuse',
  revoke: 'revoke',
  erase: 'erase',
  grant: 'grant',
  'new-link': 'newLink',
} as const

export function RequestDeeds({ request, state, me, done }: Given) {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const [until, setUntil] = useState(request.useUntil)
  const step = useRequestStep(request.id)
  const take = (deed: Step['deed']) =>
    step.mutate(
      { deed, ...(deed === 'new-link' ? {} : { text }), ...(deed === 'grant' ? { until } : {}) },
      {
        onSuccess: () => {
          setText('')
          done()
        },
      },
    )
  const mine = state === 'prepared' && request.preparedBy === me
  const deeds = deedsOf[state].filter((deed) => deed !== 'grant' || !mine)
  const secret = step.data?.secret
  return (
    <section className="card">
      <Refusals refusals={refusalsOf(step.error)} focus />
      {secret && (
        <Secret
          words={t('requests.link', { until: shortDate(step.data?.until ?? request.useUntil, language) })}
          value={`${location.origin}/${language}/data/${secret}`}
        />
      )}
      {mine && <p role="status">{t('requests.prepared.mine')}</p>}
      {(state === 'received' || state === 'asked_back' || state === 'prepared') && <p className="quiet small">{t('requests.byHand')}</p>}
      <Textarea label={t('requests.words')} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={2} maxLength={2000} />
      {deeds.includes('grant') && (
        <TextInput
          type="date"
          label={t('requests.grantedDay')}
          value={until}
          max={request.useUntil}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      )}
      <div className="filters">
        {deeds.map((deed, i) => (
          <Button
            key={deed}
            variant={i === 0 && deed !== 'new-link' ? 'filled' : 'default'}
            disabled={deed !== 'new-link' && text.trim() === ''}
            loading={step.isPending}
            onClick={() => take(deed)}
          >
            {t(`requests.${wordOf[deed]}`)}
          </Button>
        ))}
      </div>
      {deeds.includes('new-link') && <p className="quiet small">{t('requests.newLinkNote')}</p>}
      <details>
        <summary>{t('requests.erase')}</summary>
        <p>{t('requests.eraseNote')}</p>
        <Button color="red" variant="outline" disabled={text.trim() === ''} loading={step.isPending} onClick={() => take('erase')}>
          {t('requests.erase')}
        </Button>
      </details>
    </section>
  )
}
