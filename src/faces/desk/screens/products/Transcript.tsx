/** The words of a sound or film in both languages: without them it does not go out. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Picture, useProductDeed } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

export function Transcript({ picture: { id, transcript }, edits }: { picture: Picture; edits: boolean }) {
  const { t, language } = useWords()
  const [words, setWords] = useState(transcript ?? { pt: '', en: '' })
  const keeping = useProductDeed(() => post(`/api/publications/assets/${id}/transcript`, words))
  const ready = words.pt.trim() !== '' && words.en.trim() !== ''
  const area = (lang: 'pt' | 'en') => (
    <Textarea
      label={t(`pictures.transcript.${lang}`)}
      lang={lang}
      autosize
      minRows={2}
      value={words[lang]}
      onChange={({ currentTarget }) => setWords({ ...words, [lang]: currentTarget.value })}
    />
  )
  return (
    <details open={!transcript && edits}>
      <summary>{t(transcript ? 'pictures.transcript' : 'pictures.transcriptMissing')}</summary>
      {edits ? (
        <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('pictures.transcript')}>
          {area('pt')}
          {area('en')}
          <div className="form-deeds">
            <Button type="submit" size="compact-sm" disabled={!ready} loading={keeping.isPending}>
              {t('pictures.transcriptKeep')}
            </Button>
          </div>
          <Refusals refusals={refusalsOf(keeping.error)} focus />
        </KeyedForm>
      ) : (
        <p className="small">{transcript?.[language] ?? t('notSaid')}</p>
      )}
    </details>
  )
}
