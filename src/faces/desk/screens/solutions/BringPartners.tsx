/** A partner's list of houses: which are handed over, which are not houses yet, and which lines were put aside and why. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf, withQuery } from '../../api/ask.ts'
import { useOrganisationChoices } from '../../api/coordination.ts'
import { useDeed } from '../../api/useDeed.ts'
import { ChooseFile } from '../../shell/ChooseFile.tsx'
import { useWords } from '../../words/words.ts'

type Taken = {
  lines: number
  houses: number
  notYet: { line: number; code: string; stage: string }[]
  aside: { line: number; code: string; words: 'code' | 'place' | 'stage' }[]
}

export function BringPartners() {
  const { t, named } = useWords()
  const organisations = useOrganisationChoices()
  const [organisation, setOrganisation] = useState('')
  const [reportedOn, setReportedOn] = useState(new Date().toISOString().slice(0, 10))
  const bringing = useDeed(['solutions'], (file: File) => {
    const body = new FormData()
    body.set('file', file)
    return post<Taken>(withQuery('/api/solutions/partner-houses', { organisation, reportedOn }), body)
  })
  const taken = bringing.data
  return (
    <details className="card">
      <summary>{t('partners.bring')}</summary>
      <p className="quiet">{t('partners.needs')}</p>
      <div className="side-by-side">
        <NativeSelect
          label={t('partners.organisation')}
          value={organisation}
          onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
          data={[{ value: '', label: t('partners.choose') }, ...organisations]}
        />
        <TextInput type="date" label={t('partners.reportedOn')} value={reportedOn} onChange={({ currentTarget }) => setReportedOn(currentTarget.value)} />
      </div>
      <div className="form-deeds">
        <ChooseFile
          label={bringing.isPending ? t('forms.reading') : t('partners.file')}
          accept=".xlsx,.xls,.csv"
          disabled={!organisation || !reportedOn}
          take={(file) => bringing.mutate(file)}
        />
      </div>
      {!organisation && <p className="small quiet">{t('partners.first')}</p>}
      <Refusals refusals={refusalsOf(bringing.error)} focus />
      {taken && (
        <div role="status">
          <p>{t('partners.taken', { houses: taken.houses, lines: taken.lines })}</p>
          <ul className="plain">
            {taken.notYet.map(({ line, code, stage }) => (
              <li key={line}>{t('partners.notYet', { line, code, stage: named('houseState', stage) })}</li>
            ))}
            {taken.aside.map(({ line, code, words }) => (
              <li key={line}>{t(`partners.aside.${words}`, { line, code })}</li>
            ))}
          </ul>
        </div>
      )}
    </details>
  )
}
