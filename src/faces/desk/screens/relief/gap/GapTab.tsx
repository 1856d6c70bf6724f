/** Where an item is lacking: four figures for each district, each with where it comes from and how old it is, on the map and in the table. */
import '../askAndGap.css'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { MapOnDemand } from '../../../../ui/MapOnDemand.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type Gaps, useGaps } from '../../../api/pipeline.ts'
import { useAreas } from '../../../api/places.ts'
import { useThings } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'
import { Files } from '../Files.tsx'
import { GapTable } from './GapTable.tsx'

export function GapTab() {
  const { t } = useWords()
  const mine = useBilingual()
  const { data: things } = useThings()
  const [chosen, setChosen] = useState('')
  // A kit is what most districts are asked about: the page opens with one.
  const code = chosen || (things?.find(({ edition }) => edition !== null) ?? things?.[0])?.code || ''
  const { data, error } = useGaps(code)
  return (
    <>
      <div className="what-if">
        <NativeSelect
          label={t('gap.choose')}
          value={code}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={(things ?? []).map((thing) => ({ value: thing.code, label: `${mine(thing.name)} (${thing.code})` }))}
        />
      </div>
      {code !== '' && !data && (error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />)}
      {data && <Shown gaps={data} />}
    </>
  )
}

function Shown({ gaps }: { gaps: Gaps }) {
  const { t } = useWords()
  const { data: areas } = useAreas(2)
  const { code, rows, populationDays, itemLifeDays } = gaps
  const rule = <p className="small quiet gap-rule">{t('gap.rule', { population: populationDays, life: itemLifeDays })}</p>
  if (rows.length === 0)
    return (
      <>
        {rule}
        <Empty title={t('gap.nothing')} />
      </>
    )
  const circles = rows.map(({ district, name, gap }) => ({ pcode: district, name, value: gap }))
  return (
    <>
      {rule}
      <GapTable rows={rows} />
      <Files path={`/api/relief/gaps?code=${encodeURIComponent(code)}`} pdf />
      <h2 className="after-table">{t('gap.map')}</h2>
      <MapOnDemand areas={areas} circles={circles} label={t('gap.map')} legendTitle={t('gap.gap')} />
    </>
  )
}
