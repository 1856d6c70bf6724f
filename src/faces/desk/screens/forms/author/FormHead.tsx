/** Which form this is, where it stands, and what its author may do now: hand in another workbook, publish, close, open again, put away. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { OneForm } from '../../../api/forms.ts'
import { useHolds } from '../../../api/session.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'
import { titleOf } from '../FormList.tsx'
import { FormStateTag } from '../FormStateTag.tsx'
import { Publish } from './Publish.tsx'
import { useDeedOn } from './useDeedOn.ts'

export function FormHead({ shown }: { shown: OneForm }) {
  const { t, language } = useWords()
  const { form, draft, published, project } = shown
  const mayAuthor = useHolds('dataOfficer')
  const [publishing, setPublishing] = useState(false)
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/forms">{t('forms.title')}</Link>
          </p>
          <h1>{titleOf(form, language)}</h1>
          <p>
            <FormStateTag state={form.state} /> <span className="quiet">· {form.code}</span>{' '}
            {published && <span className="quiet">· {t('author.inField', { version: published.name })}</span>}
            {project.training && <span className="tag form-tag">{t('forms.training')}</span>}
          </p>
        </div>
        {mayAuthor && (
          <div className="deeds">
            {form.state !== 'retired' && <Replace form={form.id} />}
            {draft && (
              <Button onClick={() => setPublishing(true)} disabled={draft.refusals > 0}>
                {t('author.publish')}
              </Button>
            )}
            <Moves shown={shown} />
          </div>
        )}
      </div>
      {draft && <Publish shown={shown} opened={publishing} onClose={() => setPublishing(false)} />}
    </>
  )
}

/** The next workbook of this form, chosen or dropped on the button's own control. */
function Replace({ form }: { form: string }) {
  const { t } = useWords()
  const handing = useDeedOn((file: File) => {
    const body = new FormData()
    body.set('form', form)
    body.set('file', file)
    return post('/api/forms/author', body)
  })
  return (
    <>
      <ChooseFile label={handing.isPending ? t('forms.reading') : t('author.handInNext')} accept=".xlsx,.xls,.csv,.md" take={(file) => handing.mutate(file)} />
      {handing.error && (
        <Modal opened onClose={() => handing.reset()} title={t('author.handInNext')} closeButtonProps={{ 'aria-label': t('close') }}>
          <Refusals refusals={refusalsOf(handing.error)} focus />
        </Modal>
      )}
    </>
  )
}

type Move = 'close' | 'reopen' | 'retire'
const moves: Record<OneForm['form']['state'], readonly Move[]> = {
  draft: ['retire'],
  published: ['close', 'retire'],
  closed: ['reopen', 'retire'],
  retired: [],
}

function Moves({ shown: { form } }: { shown: OneForm }) {
  const { t } = useWords()
  const [asked, ask] = useState<Move | null>(null)
  const moving = useDeedOn(
    (move: Move) => post(`/api/forms/author/${form.id}/${move}`),
    () => ask(null),
  )
  return (
    <>
      {moves[form.state].map((move) => (
        <button key={move} type="button" className="link" onClick={() => (move === 'reopen' ? moving.mutate(move) : ask(move))}>
          {t(`author.${move}`)}
        </button>
      ))}
      <Modal opened={asked !== null} onClose={() => ask(null)} title={asked ? t(`author.${asked}`) : ''} closeButtonProps={{ 'aria-label': t('close') }}>
        <Refusals refusals={refusalsOf(moving.error)} focus />
        <p>{asked && asked !== 'reopen' && t(`author.${asked}Note`)}</p>
        <div className="form-deeds">
          <Button onClick={() => asked && moving.mutate(asked)} loading={moving.isPending}>
            {asked && t(`author.${asked}`)}
          </Button>
          <Button variant="default" onClick={() => ask(null)}>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
