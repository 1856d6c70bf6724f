/** Keys for scripts: no wider than the one who makes them, with an end, shown once. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { longDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { Me } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { RightsInput } from '../people/RightsInput.tsx'
import { Secret } from '../people/Secret.tsx'

export function Tokens({ me }: { me: Me }) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState({ name: '', days: 90, roles: [] as string[], areas: me.areas })
  const answers = useQueryClient()
  const making = useMutation({
    mutationFn: () => post<{ secret: string; expiresAt: string }>('/api/tokens', { ...typed, name: typed.name.trim() }),
    onSuccess: () => answers.invalidateQueries({ queryKey: ['ways-in'] }),
  })
  const whole = typed.name.trim() !== '' && typed.roles.length > 0 && typed.areas.length > 0
  return (
    <section className="card">
      <h2>{t('settings.tokens')}</h2>
      <p className="small">{t('settings.tokensNote')}</p>
      <Refusals refusals={refusalsOf(making.error)} focus />
      <KeyedForm onSave={() => whole && making.mutate()} label={t('settings.tokens')}>
        <TextInput
          label={t('settings.tokenName')}
          maxLength={100}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        />
        <NumberInput
          label={t('settings.tokenDays')}
          min={1}
          max={366}
          allowDecimal={false}
          value={typed.days}
          onChange={(days) => setTyped({ ...typed, days: Number(days) || 1 })}
        />
        <RightsInput value={typed} onChange={(rights) => setTyped({ ...typed, ...rights })} only={me} />
        <div className="form-deeds">
          <Button type="submit" disabled={!whole} loading={making.isPending}>
            {t('settings.makeToken')}
          </Button>
        </div>
      </KeyedForm>
      {making.data && (
        <Secret words={t('settings.tokenMade', { name: typed.name, date: longDate(making.data.expiresAt, language) })} value={making.data.secret} />
      )}
    </section>
  )
}
