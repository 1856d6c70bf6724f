/** A new account; the person comes in by a link and sets a passphrase of his own. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import type { Person } from './people.ts'
import { RightsInput } from './RightsInput.tsx'
import { WorksForInput } from './WorksForInput.tsx'

const blank = { name: '', email: '', organisation: '', worksFor: null as string | null, language: 'pt', roles: [] as string[], areas: [] as string[] }

export function AddPerson() {
  const { t } = useWords()
  const [, go] = useLocation()
  const answers = useQueryClient()
  const { value: typed, set, forget, keptHere } = useDraft('new-person', blank)
  const adding = useMutation({
    mutationFn: () => post<Person>('/api/people', { ...typed, organisation: typed.organisation.trim() || null }),
    onSuccess: async ({ id }) => {
      forget()
      await answers.invalidateQueries({ queryKey: ['people'] })
      go(`/people/${id}`)
    },
  })
  const whole = typed.name.trim() !== '' && typed.email.trim() !== '' && typed.roles.length > 0 && typed.areas.length > 0
  return (
    <div className="narrow">
      <p className="kicker">
        <Link href="/people">{t('people.back')}</Link>
      </p>
      <h1>{t('people.add')}</h1>
      <Refusals refusals={refusalsOf(adding.error)} focus />
      <KeyedForm onSave={() => whole && adding.mutate()} label={t('people.add')}>
        <TextInput label={t('people.name')} value={typed.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <TextInput type="email" label={t('people.email')} value={typed.email} onChange={(event) => set({ email: event.currentTarget.value })} />
        <TextInput label={t('people.organisation')} value={typed.organisation} onChange={(event) => set({ organisation: event.currentTarget.value })} />
        <NativeSelect
          label={t('people.language')}
          value={typed.language}
          onChange={(event) => set({ language: event.currentTarget.value })}
          data={[
            { value: 'pt', label: 'Português' },
            { value: 'en', label: 'English' },
          ]}
        />
        <RightsInput value={typed} onChange={set} />
        <WorksForInput value={typed.worksFor} onChange={(worksFor) => set({ worksFor })} />
        <div className="form-deeds">
          <Button type="submit" disabled={!whole} loading={adding.isPending}>
            {t('people.add')}
          </Button>
          <Link href="/people">{t('cancel')}</Link>
          {keptHere && <span className="small quiet">{t('keptHere')}</span>}
        </div>
      </KeyedForm>
    </div>
  )
}
