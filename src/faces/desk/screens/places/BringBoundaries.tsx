/** Official boundaries in one step: the file and its credit line in, and from then on every map shows them. */
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useAreas } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import { FileZone } from '../import/FileZone.tsx'

type Brought = { areas: number; levels: Record<string, number>; unknown: string[]; credit: string }

export function BringBoundaries() {
  const { t } = useWords()
  const answers = useQueryClient()
  const { data: areas } = useAreas(2)
  const [file, setFile] = useState<File | null>(null)
  const [credit, setCredit] = useState('')
  const bringing = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData()
      form.set('credit', credit.trim())
      form.set('file', chosen)
      return post<Brought>('/api/places/boundaries', form)
    },
    onSuccess: () => answers.invalidateQueries({ queryKey: ['places'] }),
  })
  const brought = bringing.data
  return (
    <div className="narrow">
      <p>{t('places.boundariesIntro')}</p>
      {areas?.boundaries && (
        <p className="card">{areas.boundaries.kind === 'official' ? t('places.nowOfficial', { credit: areas.boundaries.credit }) : t('places.nowSchematic')}</p>
      )}
      <Refusals refusals={refusalsOf(bringing.error)} focus />
      <KeyedForm onSave={() => file && bringing.mutate(file)} label={t('places.boundaries')}>
        <FileZone file={file} onFile={setFile} label={t('places.boundaryFile')} hint={t('places.boundaryHint')} accept=".geojson,.json,.topojson,.zip,.gpkg" />
        <TextInput label={t('places.credit')} description={t('places.creditHint')} value={credit} onChange={(event) => setCredit(event.currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" disabled={!file} loading={bringing.isPending}>
            {t('places.bringIn')}
          </Button>
        </div>
      </KeyedForm>
      {brought && (
        <div className="card" role="status">
          <p>
            <b>{t('places.brought', { n: brought.areas })}</b> {brought.credit}
          </p>
          <ul className="lines-plain">
            {Object.entries(brought.levels).map(([level, n]) => (
              <li key={level}>{t('places.broughtLevel', { level, n })}</li>
            ))}
          </ul>
          {brought.unknown.length > 0 && <p>{t('places.broughtUnknown', { n: brought.unknown.length, codes: brought.unknown })}</p>}
        </div>
      )}
    </div>
  )
}
