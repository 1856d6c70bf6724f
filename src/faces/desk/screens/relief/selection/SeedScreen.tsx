/** The draw, in letters that a crowd can read from a wall: the frozen list's hash, the digits as they are called, who signed. After that the digits stay. */
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { selectionAt, useSelection, useSelectionDeed, witnessRoles } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

export function SeedScreen({ id }: { id: string }) {
  const { t } = useWords()
  const { data: run, error } = useSelection(id)
  if (!run) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <section className="seed-screen">
      <h2>{`${run.programme} · ${run.placeName ?? run.place}`}</h2>
      <p>{t('selection.frozenLine', { n: run.candidates ?? 0 })}</p>
      {run.candidatesHash && <p className="hash-line">{run.candidatesHash}</p>}
      {run.seed ? (
        <>
          <p>{t('selection.seedRead')}</p>
          <div className="seed-digits">{run.seed}</div>
          <p>{(run.witnesses ?? []).map((role) => t(`selection.witness.${role}`)).join(' · ')}</p>
        </>
      ) : (
        <SeedForm id={id} />
      )}
      <Link href={`/relief/selection/${id}`}>{t('selection.backToRun')}</Link>
    </section>
  )
}

function SeedForm({ id }: { id: string }) {
  const { t } = useWords()
  const [digits, setDigits] = useState('')
  const [witnesses, setWitnesses] = useState<string[]>([])
  const drawing = useSelectionDeed(() => post(selectionAt(id, 'seed'), { digits, witnesses }))
  const ready = /^\d{4,20}$/.test(digits) && witnesses.length >= 2
  return (
    <>
      <p>{t('selection.seedAsk')}</p>
      {digits && <div className="seed-digits">{digits}</div>}
      <div className="seed-form">
        <Refusals refusals={refusalsOf(drawing.error)} focus />
        <KeyedForm onSave={() => ready && drawing.mutate(undefined)} label={t('selection.seed')}>
          <TextInput
            label={t('selection.digits')}
            inputMode="numeric"
            value={digits}
            onChange={({ currentTarget }) => setDigits(currentTarget.value.replace(/\D/g, '').slice(0, 20))}
          />
          <Checkbox.Group label={t('selection.witnesses')} value={witnesses} onChange={setWitnesses}>
            <div className="choices">
              {witnessRoles.map((role) => (
                <Checkbox key={role} value={role} label={t(`selection.witness.${role}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <div className="form-deeds">
            <Button type="submit" size="lg" disabled={!ready} loading={drawing.isPending}>
              {t('selection.keepSeed')}
            </Button>
          </div>
        </KeyedForm>
      </div>
    </>
  )
}
