/** Other names and codes under which files know a place; one added here is recognised by the next import. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { type Alias, type Place, useAliases } from './register.ts'

const blank = { name: '', kind: 'name', source: '' }

export function Aliases({ place, mayAdd }: { place: Place; mayAdd: boolean }) {
  const { t } = useWords()
  const { data, error } = useAliases(place.id)
  const [adding, setAdding] = useState(false)
  return (
    <section>
      <h3>{t('places.otherNames')}</h3>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {data?.rows.length === 0 && <p className="quiet">{t('places.noOtherNames')}</p>}
      {data && data.rows.length > 0 && (
        <ul className="aliases">
          {data.rows.map(({ id, name, kind, source }) => (
            <li key={id} title={source ?? undefined}>
              {kind === 'code' ? <code>{name}</code> : name}
            </li>
          ))}
        </ul>
      )}
      {mayAdd &&
        (adding ? (
          <AddAlias place={place} onDone={() => setAdding(false)} />
        ) : (
          <button type="button" className="link small" onClick={() => setAdding(true)}>
            {t('places.addName')}
          </button>
        ))}
    </section>
  )
}

function AddAlias({ place, onDone }: { place: Place; onDone: () => void }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [typed, setTyped] = useState(blank)
  const adding = useMutation({
    mutationFn: () => post<Alias>('/api/places/alias', { place: place.id, name: typed.name.trim(), kind: typed.kind, source: typed.source.trim() || null }),
    onSuccess: async () => {
      await answers.invalidateQueries({ queryKey: ['places'] })
      onDone()
    },
  })
  return (
    <>
      <Refusals refusals={refusalsOf(adding.error)} focus />
      <KeyedForm onSave={() => adding.mutate()} label={t('places.addName')}>
        <div className="side-by-side">
          <TextInput label={t('places.name')} value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })} data-autofocus />
          <NativeSelect
            label={t('places.nameKind')}
            value={typed.kind}
            onChange={(event) => setTyped({ ...typed, kind: event.currentTarget.value })}
            data={[
              { value: 'name', label: t('places.aName') },
              { value: 'code', label: t('places.aCode') },
            ]}
          />
          <TextInput label={t('places.source')} value={typed.source} onChange={(event) => setTyped({ ...typed, source: event.currentTarget.value })} />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={typed.name.trim() === ''} loading={adding.isPending}>
            {t('places.add')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
