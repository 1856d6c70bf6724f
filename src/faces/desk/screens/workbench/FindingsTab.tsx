/** What the checks found, grouped by cause: errors are corrected, warnings decided with a note, one by one or a whole cause at once. `a` decides. */

import { Button, NativeSelect } from '@mantine/core'
import { useSearchParams } from 'wouter'
import { isBeingChecked } from '../../../../engines/rounds/states.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Finding, useFindings } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { useKeys } from '../../shell/keyboard.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'
import { FindingGroup } from './FindingGroup.tsx'
import type { TabGiven } from './Workbench.tsx'

const weight = { error: 0, warning: 1, note: 2 }

function byCause(findings: readonly Finding[]): { code: string; severity: Finding['severity']; findings: Finding[] }[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding])
  return [...groups]
    .map(([code, list]) => ({ code, severity: list[0]!.severity, findings: list }))
    .sort((a, b) => weight[a.severity] - weight[b.severity] || b.findings.length - a.findings.length)
}

export function FindingsTab({ bench }: TabGiven) {
  const { t } = useWords()
  const [search, setSearch] = useSearchParams()
  const all = search.get('show') === 'all'
  const { data, error } = useFindings(bench.round.id)
  const mayDecide = useHolds('dataOfficer') && isBeingChecked(bench.round.state)
  const checking = useDeed(bench.round.id, () => post(`/api/displacement/workbench/${bench.round.id}/check`))
  useKeys(mayDecide ? [{ keys: 'a', words: t('bench.keyDecide'), act: () => undefined }] : [])
  const shown = data?.filter(({ disposition, severity }) => all || (disposition === null && severity !== 'note'))
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t('bench.findingsShow')}
          value={all ? 'all' : 'open'}
          onChange={(event) => setSearch(event.currentTarget.value === 'all' ? { show: 'all' } : {})}
          data={[
            { value: 'open', label: t('bench.findingsOpen') },
            { value: 'all', label: t('bench.findingsAll') },
          ]}
        />
        {mayDecide && (
          <Button variant="default" loading={checking.isPending} onClick={() => checking.mutate(undefined)}>
            {t('bench.checkAgain')}
          </Button>
        )}
      </div>
      <Refusals refusals={[...refusalsOf(error), ...refusalsOf(checking.error)]} />
      {!shown && !error && <WaitingTable />}
      {shown?.length === 0 && <Empty title={t('bench.noFindings')}>{t('bench.noFindingsNote')}</Empty>}
      {shown && byCause(shown).map((group) => <FindingGroup key={group.code} bench={bench} mayDecide={mayDecide} {...group} />)}
    </>
  )
}
