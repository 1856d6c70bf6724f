/** A rescue file that came on a card: which phone it is from, and form by form what became of it. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals, type SpokenRefusal } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { ChooseFile } from '../../../shell/ChooseFile.tsx'
import { useWords } from '../../../words/words.ts'
import { useDeedOn } from '../author/useDeedOn.ts'
import { moment } from '../review/moment.ts'

type Line = { instanceId: string; form: string; deviceSeq: number | null; finishedAt: string | null; missing?: string[]; refusals?: SpokenRefusal[] } & {
  outcome: 'received' | 'already' | 'aside' | 'refused'
}
type Work = { kind: string; of: string; label: string; signed: number; aside: number; refusals: SpokenRefusal[] }
type Rescued = { madeAt: string; lines: Line[]; work: Work[] }
type Known = { id: string; label: string }

/** The phone's own name, which the file says in clear; what the phone collected is sealed. */
async function nameIn(file: File): Promise<string | null> {
  try {
    const read = JSON.parse(await file.text()) as { device?: unknown }
    return typeof read.device === 'string' ? read.device : null
  } catch {
    return null
  }
}

export function RescueCard({ phones }: { phones: readonly Known[] }) {
  const { t } = useWords()
  const [file, choose] = useState<File | null>(null)
  const [phone, setPhone] = useState('')
  const bringing = useDeedOn(() => {
    const body = new FormData()
    body.set('file', file!)
    return post<Rescued>(`/api/forms/devices/${phone}/rescue`, body)
  })
  const picked = async (next: File | undefined) => {
    bringing.reset()
    choose(next ?? null)
    const name = next ? await nameIn(next) : null
    const same = phones.filter(({ label }) => label === name)
    // Two phones of one name: a person says which.
    setPhone(same.length === 1 ? same[0]!.id : '')
  }
  return (
    <section className="card make-phone">
      <h2>{t('rescue.title')}</h2>
      <p className="quiet">{t('rescue.note')}</p>
      <Refusals refusals={refusalsOf(bringing.error)} focus />
      <div className="form-deeds">
        <ChooseFile label={file ? file.name : t('rescue.choose')} accept=".json" take={(one) => void picked(one)} />
        {file && (
          <>
            <NativeSelect
              aria-label={t('rescue.phone')}
              value={phone}
              onChange={(event) => setPhone(event.currentTarget.value)}
              data={[{ value: '', label: t('rescue.phone') }, ...phones.map(({ id, label }) => ({ value: id, label }))]}
            />
            <Button disabled={phone === ''} loading={bringing.isPending} onClick={() => bringing.mutate(undefined)}>
              {t('rescue.deed')}
            </Button>
          </>
        )}
      </div>
      {bringing.data && <Lines rescued={bringing.data} />}
      {together(bringing.data?.work ?? []).map((work) => (
        <CarriedWork key={work.kind + work.of} work={work} />
      ))}
    </section>
  )
}

/** A long day comes in several pieces; whoever brings the file is told of the day. */
function together(pieces: readonly Work[]): Work[] {
  const days = new Map<string, Work>()
  for (const piece of pieces) {
    const { kind, of, label, signed, aside, refusals } = piece
    const before = days.get(kind + of) ?? { kind, of, label, signed: 0, aside: 0, refusals: [] }
    days.set(kind + of, { ...before, signed: before.signed + signed, aside: before.aside + aside, refusals: [...before.refusals, ...refusals] })
  }
  return [...days.values()]
}

/** Hand-overs of one distribution, or what was seen at building sites: how many have their receipt now, and what was not believed. */
function CarriedWork({ work: { kind, label, signed, aside, refusals } }: { work: Work }) {
  const { t } = useWords()
  const mine = useBilingual()
  return (
    <div role="status">
      <p>{t(kind === 'solutions.round' ? 'rescue.visits' : 'rescue.handovers', { label, n: signed })}</p>
      {aside > 0 && <p>{t('rescue.visitsAside', { n: aside })}</p>}
      {refusals.map(({ sentence }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two hand-overs may be refused in the same words
        <p key={at} className="rescue-refused">
          {mine(sentence)}
        </p>
      ))}
    </div>
  )
}

function Lines({ rescued: { lines, work } }: { rescued: Rescued }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  if (lines.length === 0) return work.length > 0 ? null : <p role="status">{t('rescue.empty')}</p>
  return (
    <table className="data" role="status">
      <caption className="unseen">{t('rescue.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rescue.number')}</th>
          <th scope="col">{t('rescue.form')}</th>
          <th scope="col">{t('rescue.finished')}</th>
          <th scope="col">{t('rescue.became')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ instanceId, form, deviceSeq, finishedAt, outcome, missing, refusals }) => (
          <tr key={instanceId}>
            <td>{deviceSeq ?? ''}</td>
            <th scope="row">{form}</th>
            <td>{finishedAt ? moment(finishedAt, language) : t('unknown')}</td>
            <td>
              {outcome !== 'refused' && t(`rescue.${outcome}`)}
              {missing && missing.length > 0 && <small className="form-code">{t('rescue.missing', { n: missing.length })}</small>}
              {refusals?.map(({ code, sentence }) => (
                <span key={code} className="rescue-refused">
                  {mine(sentence)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
