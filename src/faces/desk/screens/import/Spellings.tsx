/** Spellings that files brought for code lists and that wait for somebody: mapped to a code once, or refused, never guessed. */
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { get, post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

type Spelling = { id: string; list: string; source: string; written: string; suggestions: string[]; state: string; times: number }
const key = ['spellings'] as const

export function Spellings() {
  const { t, named } = useWords()
  const { data, error } = useQuery({ queryKey: key, queryFn: () => get<Spelling[]>('/api/spellings') })
  const mayDecide = useHolds('dataOfficer')
  const waiting = data?.filter(({ state }) => state === 'waiting') ?? []
  if (waiting.length === 0) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  const columns: Column<Spelling>[] = [
    { key: 'written', title: t('import.spellingWritten'), header: true, value: ({ written }) => written, cell: ({ written }) => written },
    { key: 'list', title: t('import.spellingList'), value: ({ list }) => list, cell: ({ list }) => named('list', list) },
    { key: 'source', title: t('import.operation'), value: ({ source }) => source, cell: ({ source }) => source },
    { key: 'times', title: t('import.spellingTimes'), number: true, value: ({ times }) => times, cell: ({ times }) => times },
    { key: 'code', title: t('import.spellingCode'), cell: (spelling) => mayDecide && <Decide spelling={spelling} /> },
  ]
  return (
    <section className="spellings">
      <h2>{t('import.spellings')}</h2>
      <p className="quiet">{t('import.spellingsIntro')}</p>
      <DataTable rows={waiting} columns={columns} rowKey={({ id }) => id} caption={t('import.spellings')} stacks />
    </section>
  )
}

/** A suggestion stands first in the list and is chosen by a person or not at all. */
function Decide({ spelling: { id, list, written, suggestions } }: { spelling: Spelling }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const { options, label } = useCodes(list)
  const [code, setCode] = useState('')
  const deciding = useMutation({
    mutationFn: (chosen: string | null) => post(`/api/spellings/${id}/decision`, { code: chosen }),
    onSuccess: () => answers.invalidateQueries({ queryKey: key }),
  })
  const others = options.filter(({ value }) => !suggestions.includes(value))
  const suggested = suggestions.map((value) => ({ value, label: t('import.suggestion', { suggestions: label(value) }) }))
  return (
    <div className="decide-spelling">
      <NativeSelect
        size="xs"
        aria-label={`${t('import.spellingCode')}: ${written}`}
        value={code}
        data={[{ value: '', label: t('import.spellingChoose') }, ...suggested, ...others]}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button size="xs" disabled={code === ''} loading={deciding.isPending} onClick={() => deciding.mutate(code)}>
        {t('import.spellingAccept')}
      </Button>
      <Button size="xs" variant="default" disabled={deciding.isPending} onClick={() => deciding.mutate(null)}>
        {t('import.spellingRefuse')}
      </Button>
      <Refusals refusals={refusalsOf(deciding.error)} />
    </div>
  )
}
