/** One import at its own lasting address: the five steps, of which those still ahead can be looked at before anything is written. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage, WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useKeys } from '../../shell/keyboard.ts'
import { NotFound } from '../../shell/NotFound.tsx'
import { useWords } from '../../words/words.ts'
import { Columns } from './Columns.tsx'
import { Confirm } from './Confirm.tsx'
import { type Import, type Preview, useImport, usePreview } from './imports.ts'
import { ImportStateTag } from './PastImports.tsx'
import { Previewed } from './Previewed.tsx'
import { BeingRead, NotRead } from './Reading.tsx'
import { ReadStep } from './ReadStep.tsx'
import { Result } from './Result.tsx'
import { BeingWritten, NotWritten } from './Writing.tsx'

const steps = ['read', 'columns', 'preview', 'confirm', 'result'] as const
type Step = (typeof steps)[number]
const isStep = (name: string | undefined): name is Step => steps.includes(name as Step)

export function OneImport({ id, step }: { id: string; step: string | undefined }) {
  const { t } = useWords()
  const { data: row, error } = useImport(id)
  const preview = usePreview(id, row?.state === 'read')
  const { preview: seen, preparing } = preview.data ?? { preview: null, preparing: null }
  if (error && !row) return refusalsOf(error)[0]?.code === 'import.not-found' ? <NotFound /> : <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!row) return <WaitingPage />
  const open = row.state === 'read'
  const current: Step = open ? (isStep(step) && step !== 'result' ? step : 'preview') : 'result'
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/import">{t('import.title')}</Link>
          </p>
          <h1 className="file-title">{row.fileName}</h1>
          <p>
            <ImportStateTag state={row.state} /> {row.choices.target?.operation && <span className="quiet">· {row.choices.target.operation}</span>}
          </p>
        </div>
        <div className="deeds">
          <Link href="/import">{t('import.another')}</Link>
        </div>
      </div>
      <StepBar id={id} current={current} open={open} />
      {open && preview.error && <NotRead id={id} error={preview.error} />}
      {open && !preview.data && !preview.error && <WaitingTable />}
      {open && preparing && <BeingRead preparing={preparing} />}
      {open && seen && !(preparing && current === 'confirm') && (
        <Stepping id={id} current={current}>
          <Body step={current} row={row} preview={seen} />
        </Stepping>
      )}
      {row.state === 'importing' && <BeingWritten row={row} />}
      {row.state === 'failed' && <NotWritten row={row} />}
      {(row.state === 'imported' || row.state === 'undone') && <Result row={row} />}
    </>
  )
}

function Body({ step, row, preview }: { step: Step; row: Import; preview: Preview }) {
  if (step === 'read') return <ReadStep row={row} preview={preview} />
  if (step === 'columns') return <Columns row={row} preview={preview} />
  if (step === 'confirm') return <Confirm row={row} preview={preview} />
  return <Previewed row={row} preview={preview} />
}

function StepBar({ id, current, open }: { id: string; current: Step; open: boolean }) {
  const { t } = useWords()
  return (
    <nav aria-label={t('import.steps')}>
      <ol className="steps">
        {steps.map((step) => {
          const reachable = open ? step !== 'result' : step === 'result'
          return (
            <li key={step} className={step === current ? 'here' : reachable ? undefined : 'shut'}>
              {reachable ? (
                <Link href={`/import/${id}/${step}`} aria-current={step === current ? 'step' : undefined}>
                  {t(`import.step.${step}`)}
                </Link>
              ) : (
                <span>{t(`import.step.${step}`)}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function Stepping({ id, current, children }: { id: string; current: Step; children: ReactNode }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const at = steps.indexOf(current)
  const next = steps[at + 1] === 'result' ? undefined : steps[at + 1]
  const back = steps[at - 1]
  const query = search.toString() && `?${search}`
  const to = (step: Step) => go(`/import/${id}/${step}${query}`)
  useKeys([
    ...(next ? [{ keys: 'n', words: t('import.keyNext'), act: () => to(next) }] : []),
    ...(back ? [{ keys: 'b', words: t('import.keyBack'), act: () => to(back) }] : []),
  ])
  return (
    <>
      {children}
      <div className="step-deeds">
        {back && (
          <Button variant="default" onClick={() => to(back)}>
            {t('import.back', { step: t(`import.step.${back}`) })}
          </Button>
        )}
        {next && <Button onClick={() => to(next)}>{t('import.next', { step: t(`import.step.${next}`) })}</Button>}
      </div>
    </>
  )
}
