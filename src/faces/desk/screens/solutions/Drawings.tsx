/** The drawings of a design: pictures with what they show, sheets of paper as files to open; officers add the next one. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Drawing, useDrawings } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { ChooseFile } from '../../shell/ChooseFile.tsx'
import { useWords } from '../../words/words.ts'

const fileOf = (id: string) => `/api/solutions/drawings/${id}/file`

export function Drawings({ design, licence, edits }: { design: string; licence: string | null; edits: boolean }) {
  const { t } = useWords()
  const { data, error } = useDrawings(design)
  return (
    <section className="card">
      <h3>{t('drawings.title')}</h3>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {data?.drawings.length === 0 && <p className="quiet">{t('drawings.none')}</p>}
      <div className="drawings">
        {data?.drawings.map((drawing) => (
          <One key={drawing.id} drawing={drawing} />
        ))}
      </div>
      {edits && <AddDrawing design={design} licence={licence} />}
      {data && <PublicLibrary key={String(data.open)} design={design} open={data.open} edits={edits} />}
    </section>
  )
}

function One({ drawing: { id, type, words, licence, bytes } }: { drawing: Drawing }) {
  const { t, language } = useWords()
  const size = number(Math.max(0.1, Math.round(bytes / 100_000) / 10), language)
  return (
    <figure>
      {type === 'application/pdf' ? (
        <a href={fileOf(id)}>{t('drawings.pdf', { size })}</a>
      ) : (
        <a href={fileOf(id)} target="_blank" rel="noreferrer">
          <img src={fileOf(id)} alt={words} loading="lazy" />
        </a>
      )}
      <figcaption>
        {words} <small className="lacking">{t('drawings.licenceLine', { licence })}</small>
      </figcaption>
    </figure>
  )
}

function AddDrawing({ design, licence: usual }: { design: string; licence: string | null }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const [licence, setLicence] = useState(usual ?? '')
  const adding = useDeed(
    ['solutions', 'drawings', design],
    (file: File) => {
      const body = new FormData()
      body.set('words', words.trim())
      body.set('licence', licence.trim())
      body.set('file', file)
      return post(`/api/solutions/designs/${design}/drawings`, body)
    },
    () => setWords(''),
  )
  const isReady = words.trim() !== '' && licence.trim() !== ''
  return (
    <details>
      <summary>{t('drawings.add')}</summary>
      <p className="small quiet">{t('drawings.note')}</p>
      <div className="side-by-side">
        <TextInput
          label={t('drawings.words')}
          description={t('drawings.wordsNote')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <TextInput
          label={t('drawings.licence')}
          description={t('drawings.licenceNote')}
          value={licence}
          onChange={({ currentTarget }) => setLicence(currentTarget.value)}
        />
      </div>
      <div className="form-deeds">
        <ChooseFile
          label={adding.isPending ? t('forms.reading') : t('drawings.choose')}
          accept=".png,.jpg,.jpeg,.pdf"
          disabled={!isReady || adding.isPending}
          take={(file) => adding.mutate(file)}
        />
      </div>
      {!isReady && <p className="small quiet">{t('drawings.first')}</p>}
      <Refusals refusals={refusalsOf(adding.error)} focus />
    </details>
  )
}

/** Whether anybody may read the design and build it again; each change keeps its reason. */
function PublicLibrary({ design, open, edits }: { design: string; open: boolean; edits: boolean }) {
  const { t, language } = useWords()
  const [reason, setReason] = useState('')
  const releasing = useDeed(['solutions', 'drawings', design], () => post(`/api/solutions/designs/${design}/release`, { open: !open, reason: reason.trim() }))
  return (
    <>
      <h3>{t('library.title')}</h3>
      <p className="quiet">
        {t(open ? 'library.open' : 'library.closed')} {open && <a href={`/${language}/designs`}>{t('library.page')}</a>}
      </p>
      {edits && (
        <>
          <p className="small quiet">{t('library.pictures')}</p>
          <Refusals refusals={refusalsOf(releasing.error)} focus />
          <div className="side-by-side">
            <TextInput label={t('library.reason')} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
          </div>
          <div className="form-deeds">
            <Button variant="default" disabled={reason.trim() === ''} loading={releasing.isPending} onClick={() => releasing.mutate(undefined)}>
              {t(open ? 'library.takeOut' : 'library.putIn')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}
