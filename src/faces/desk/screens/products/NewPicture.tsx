/** A picture comes in: what is seen, where (a district, nothing nearer), and how many people can be recognised. */
import { Button, Checkbox, FileInput, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useProductDeed } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

const empty = { captionPt: '', captionEn: '', takenOn: '', credit: '' }

export function NewPicture() {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [given, setGiven] = useState(empty)
  const [counts, setCounts] = useState<{ recognisable: string | number; children: string | number }>({ recognisable: '', children: 0 })
  const [place, setPlace] = useState<{ pcode: string; name: string } | null>(null)
  const [isProtected, setProtected] = useState(false)
  const bringing = useProductDeed(
    () => {
      const form = new FormData()
      const fields = {
        ...given,
        recognisable: String(counts.recognisable),
        children: String(counts.children),
        place: place?.pcode ?? '',
        protectedPeople: isProtected ? 'yes' : 'no',
      }
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', file!)
      return post('/api/publications/assets', form)
    },
    () => {
      setFile(null)
      setGiven({ ...empty, credit: given.credit })
      setCounts({ recognisable: '', children: 0 })
    },
  )
  const line = (name: keyof typeof empty, type = 'text') => (
    <TextInput
      type={type}
      label={t(`pictures.new.${name}`)}
      value={given[name]}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  )
  const count = (name: keyof typeof counts) => (
    <NumberInput label={t(`pictures.new.${name}`)} min={0} max={100} value={counts[name]} onChange={(value) => setCounts({ ...counts, [name]: value })} />
  )
  const ready = file && place && counts.recognisable !== '' && counts.children !== '' && Object.values(given).every((each) => each.trim() !== '')
  return (
    <section className="card product-form">
      <h2>{t('pictures.new')}</h2>
      <p className="small quiet">{t('pictures.newNote')}</p>
      <Refusals refusals={refusalsOf(bringing.error)} focus />
      <KeyedForm onSave={() => ready && bringing.mutate(undefined)} label={t('pictures.new')}>
        <div className="side-by-side">
          <FileInput
            label={t('pictures.new.file')}
            accept="image/jpeg,image/png,audio/mpeg,audio/wav,audio/mp4,video/mp4"
            value={file}
            onChange={setFile}
            clearable
          />
          {line('captionPt')}
          {line('captionEn')}
          {line('credit')}
        </div>
        <div className="side-by-side">
          <PlacePicker
            search={searchPlaces}
            onChoose={setPlace}
            label={place ? t('learning.plan.placeChosen', { name: place.name }) : t('pictures.new.place')}
          />
          {line('takenOn', 'date')}
          {count('recognisable')}
          {count('children')}
        </div>
        <Checkbox label={t('pictures.new.protected')} checked={isProtected} onChange={({ currentTarget }) => setProtected(currentTarget.checked)} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={bringing.isPending}>
            {t('pictures.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
