/** The door for files, and below it everything that ever came in through it. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useHolds, useMe } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { FileZone } from './FileZone.tsx'
import { type Kind, kinds, type Taken } from './imports.ts'
import { OperationInput } from './OperationInput.tsx'
import { PasteCells } from './PasteCells.tsx'
import { PastImports } from './PastImports.tsx'
import { Spellings } from './Spellings.tsx'

const blank = { operation: '', licence: '', credit: '' }

export function HandIn() {
  const { t } = useWords()
  const mayHandIn = useHolds(...Object.values(kinds))
  const isPartner = useHolds('partner')
  const maySettle = useHolds('dataOfficer', 'admin')
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('import.title')}</h1>
          <p className="quiet">{t(isPartner ? 'import.introPartner' : mayHandIn ? 'import.intro' : 'import.notYours')}</p>
        </div>
      </div>
      {mayHandIn && <HandingIn />}
      {maySettle && <Spellings />}
      <h2>{t('import.past')}</h2>
      <PastImports />
    </>
  )
}

function HandingIn() {
  const { t } = useWords()
  const [, go] = useLocation()
  const answers = useQueryClient()
  const { value: typed, set } = useDraft('import', blank)
  const held = useMe()?.roles ?? []
  const own = (Object.keys(kinds) as Kind[]).filter((one) => held.includes(kinds[one]))
  const [chosen, setChosen] = useState<Kind | null>(null)
  const kind = chosen ?? own[0] ?? 'displacement'
  const [file, setFile] = useState<File | null>(null)
  const reading = useMutation({
    mutationFn: (given: File) => {
      const form = new FormData()
      form.set('kind', kind)
      if (kind === 'displacement') for (const [name, value] of Object.entries(typed)) if (value.trim()) form.set(name, value.trim())
      form.set('file', given)
      return post<Taken>('/api/imports', form)
    },
    onSuccess: async ({ import: made, earlier }) => {
      await answers.invalidateQueries({ queryKey: ['imports'] })
      // The earlier import stays in the address, so that the warning survives a reload.
      go(`/import/${made.id}/read${earlier ? `?earlier=${earlier.id}` : ''}`)
    },
  })
  return (
    <section className="hand-in">
      <Refusals refusals={refusalsOf(reading.error)} focus />
      <KeyedForm onSave={() => file && reading.mutate(file)} label={t('import.title')}>
        {own.length > 1 && (
          <NativeSelect
            label={t('import.fourWKind')}
            value={kind}
            onChange={(event) => setChosen(event.currentTarget.value as Kind)}
            data={own.map((value) => ({ value, label: t(`import.kind.${value}`) }))}
          />
        )}
        <FileZone file={file} onFile={setFile} label={t('import.drop')} hint={t('import.dropHint')} accept=".xlsx,.xls,.csv,.tsv,.txt,.json,.geojson" />
        <PasteCells onFile={setFile} />
        {kind === 'displacement' && (
          <div className="hand-in-fields">
            <OperationInput value={typed.operation} onChange={(operation) => set({ operation })} />
            <TextInput
              label={t('import.licence')}
              description={t('import.licenceHint')}
              value={typed.licence}
              onChange={(event) => set({ licence: event.currentTarget.value })}
            />
            <TextInput
              label={t('import.credit')}
              description={t('import.creditHint')}
              value={typed.credit}
              onChange={(event) => set({ credit: event.currentTarget.value })}
            />
          </div>
        )}
        <div className="form-deeds">
          <Button type="submit" disabled={!file} loading={reading.isPending}>
            {t('import.read')}
          </Button>
          <span role="status" className="small quiet">
            {reading.isPending && t('import.reading')}
          </span>
        </div>
      </KeyedForm>
    </section>
  )
}
