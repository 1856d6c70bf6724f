/** The boundary of one area replaced by a GeoJSON, with its credit and the reason. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { replaceBoundary, usePlaceDeed } from '../../api/geometry.ts'
import { useWords } from '../../words/words.ts'
import { FileZone } from '../import/FileZone.tsx'
import type { Place } from './register.ts'

export function ReplaceBoundary({ place, onDone }: { place: Place; onDone: () => void }) {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [value, setValue] = useState({ credit: '', reason: '' })
  const replacing = usePlaceDeed((chosen: File) => replaceBoundary(place.id, chosen, value), onDone)
  const ready = file !== null && value.credit.trim() !== '' && value.reason.trim() !== ''
  return (
    <>
      <p className="quiet">{t('place.boundaryNote')}</p>
      <Refusals refusals={refusalsOf(replacing.error)} focus />
      <KeyedForm onSave={() => ready && replacing.mutate(file)} label={t('place.replaceBoundary')}>
        <FileZone file={file} onFile={setFile} label={t('place.boundaryFile')} hint="GeoJSON" accept=".geojson,.json" />
        <div className="side-by-side">
          <TextInput
            label={t('places.credit')}
            required
            maxLength={400}
            value={value.credit}
            onChange={(event) => setValue({ ...value, credit: event.currentTarget.value })}
          />
          <TextInput
            label={t('place.reason')}
            required
            maxLength={500}
            value={value.reason}
            onChange={(event) => setValue({ ...value, reason: event.currentTarget.value })}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={replacing.isPending}>
            {t('place.replaceBoundary')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}
