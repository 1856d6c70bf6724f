/** What failed and by when it is repaired; a repair is written here and seen by the next inspection. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { Defect, HouseFile } from '../../api/solutions.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

type Given = { defects: readonly Defect[]; edits: boolean; checklist: HouseFile['checklist'] }

export function Defects({ defects, edits, checklist }: Given) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  if (defects.length === 0) return null
  return (
    <section className="card">
      <h3>{t('houses.defects')}</h3>
      <ul className="plain">
        {defects.map((defect) => (
          <li key={defect.id}>
            <strong>{mine(checklist[defect.stage].find(({ code }) => code === defect.item)?.label)}</strong> · {named('stage', defect.stage)} ·{' '}
            {t('houses.fixLine', { day: longDate(defect.fixBy, language) })} <span className="tag">{t(`houses.defect.${defect.state}`)}</span>
            {edits && defect.state === 'open' && <Repair id={defect.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Repair({ id }: { id: string }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const repairing = useDeed(['solutions'], () =>
    post(`/api/solutions/defects/${id}/repair`, { on: new Date().toISOString().slice(0, 10), words: words.trim() }),
  )
  return (
    <KeyedForm onSave={() => words.trim() && repairing.mutate(undefined)} label={t('houses.repair')}>
      <div className="side-by-side">
        <TextInput label={t('houses.repairWords')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!words.trim()} loading={repairing.isPending}>
            {t('houses.repair')}
          </Button>
        </div>
      </div>
      <Refusals refusals={refusalsOf(repairing.error)} focus />
    </KeyedForm>
  )
}
