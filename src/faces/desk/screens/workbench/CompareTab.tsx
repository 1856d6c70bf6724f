/** Two rounds side by side: the change in three terms on top, then place by place with what stands out. All choices stand in the address. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { TermsBar } from '../../../ui/TermsBar.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type ComparedPlace, useComparison, useRounds } from '../../api/displacement.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { ComparedPlaces } from './ComparedPlaces.tsx'
import type { TabGiven } from './Workbench.tsx'

const groups = ['common', 'new', 'lost', 'carried'] as const
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

export function CompareTab({ bench }: TabGiven) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const [search, choose] = useChosen()
  const { round, previous } = bench
  const { data: rounds } = useRounds({ operation: round.operation, assessmentType: round.assessmentType })
  const others = (rounds?.rows ?? []).filter(({ id, state }) => id !== round.id && state !== 'draft')
  const from = search.get('from') ?? round.comparedWith ?? previous?.id ?? null
  const unit = search.get('unit') === 'households' ? 'households' : 'individuals'
  const group = search.get('group') ?? ''
  const onlyOutliers = search.get('outliers') === 'yes'
  const find = search.get('find') ?? ''
  const { data, error } = useComparison(from, round.id, unit)
  const fits = (place: ComparedPlace) =>
    (!group || place.group === group) &&
    (!onlyOutliers || (place.outlier ?? null) !== null) &&
    (!find || plain(`${place.name} ${place.pcode}`).includes(plain(find)))
  if (from === null) return <Empty title={t('bench.noCompare')}>{t('bench.noCompareNote')}</Empty>
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t('bench.compareWith')}
          value={from}
          onChange={(event) => choose({ from: event.currentTarget.value }, { replace: true })}
          data={others.map(({ id, number, edition }) => ({
            value: id,
            label: t('home.round', { round: String(number) }) + (edition > 1 ? ` (${t('rounds.edition', { edition: String(edition) })})` : ''),
          }))}
        />
        <NativeSelect
          label={t('bench.unit')}
          value={unit}
          onChange={(event) => choose({ unit: event.currentTarget.value }, { replace: true })}
          data={(['individuals', 'households'] as const).map((value) => ({ value, label: named('value', value) }))}
        />
        <NativeSelect
          label={t('bench.groupFilter')}
          value={group}
          onChange={(event) => choose({ group: event.currentTarget.value }, { replace: true })}
          data={[{ value: '', label: t('bench.allGroups') }, ...groups.map((value) => ({ value, label: t(`group.${value}`) }))]}
        />
        <TextInput label={t('bench.findPlace')} value={find} onChange={(event) => choose({ find: event.currentTarget.value }, { replace: true })} />
        <Checkbox
          label={t('bench.onlyOutliers')}
          checked={onlyOutliers}
          onChange={(event) => choose({ outliers: event.currentTarget.checked ? 'yes' : '' }, { replace: true })}
        />
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && (
        <>
          <section className="card terms-card">
            <h2>{t('bench.threeTerms')}</h2>
            {data.terms ? <TermsBar terms={data.terms} /> : <p>{mine(data.why?.sentence)}</p>}
          </section>
          <ComparedPlaces bench={bench} comparison={data} places={data.places.filter(fits)} />
        </>
      )}
    </>
  )
}
