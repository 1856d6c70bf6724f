/** The queue of sites that came without a district: somebody who knows them says where each lies, and the next one comes up. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { type PlaceHit, PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { patch, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'
import { type Place, useAliases, useUnplaced } from './register.ts'

export function Unplaced() {
  const { t } = useWords()
  const { data, error } = useUnplaced()
  const [chosen, setChosen] = useState<string | null>(null)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  const { sites } = data
  const current = sites.find(({ id }) => id === chosen) ?? null
  const next = () => setChosen(sites[(sites.findIndex(({ id }) => id === chosen) + 1) % sites.length]?.id ?? null)
  const columns: Column<Place>[] = [
    { key: 'name', title: t('places.site'), header: true, value: ({ name }) => name, cell: ({ id, name }) => <Link href={`/places/${id}`}>{name}</Link> },
    { key: 'code', title: t('places.code'), value: ({ pcode }) => pcode, cell: ({ pcode }) => <code>{pcode}</code> },
    {
      key: 'deed',
      title: t('places.placeIt'),
      cell: ({ id, name }) => (
        <button type="button" className="link" onClick={() => setChosen(id)}>
          {t('places.placeIt')}
          <span className="unseen"> {name}</span>
        </button>
      ),
    },
  ]
  return (
    <>
      <p>{t('places.unplacedIntro')}</p>
      {sites.length === 0 ? (
        <Empty title={t('places.unplacedEmpty')}>{t('places.unplacedEmptyNote')}</Empty>
      ) : (
        <div className="queue">
          <div>
            <p className="small quiet" role="status">
              {t('places.unplacedCount', { n: sites.length })}
              {data.total > data.shown && `. ${t('places.unplacedMore', { n: data.shown })}`}
            </p>
            <DataTable
              rows={sites}
              columns={columns}
              rowKey={({ id }) => id}
              caption={t('places.unplaced')}
              isOpen={({ id }) => id === chosen}
              onOpen={({ id }) => setChosen(id)}
              sort={{ key: 'name', descending: false }}
            />
          </div>
          <div className="queue-card">
            {current ? <Placing key={current.id} site={current} onDone={next} /> : <p className="quiet card">{t('places.chooseOne')}</p>}
          </div>
        </div>
      )}
    </>
  )
}

function Placing({ site, onDone }: { site: Place; onDone: () => void }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const { data: aliases } = useAliases(site.id)
  const [parent, setParent] = useState<PlaceHit | null>(null)
  const placing = useMutation({
    mutationFn: (at: PlaceHit) => patch<Place>(`/api/places/place/${site.id}`, { version: site.version, parent: at.id }),
    onSuccess: async () => {
      onDone()
      await answers.invalidateQueries({ queryKey: ['places'] })
    },
  })
  const others = aliases?.rows.map(({ name }) => name).filter((name) => name !== site.name) ?? []
  return (
    <section className="card" aria-live="polite">
      <h2>{t('places.placing', { name: site.name })}</h2>
      <p className="small quiet">
        <code>{site.pcode}</code> {others.length > 0 && `· ${t('places.otherNames')}: ${others.join(', ')}`}
      </p>
      <Refusals refusals={refusalsOf(placing.error)} focus />
      <PlacePicker search={searchPlaces} label={t('places.chooseParent')} onChoose={setParent} inputRef={(box) => box?.focus()} />
      {parent && <p>{t('places.placed', { name: site.name, parent: [parent.name, parent.parentName].filter(Boolean).join(', ') })}</p>}
      <div className="form-deeds">
        <Button disabled={!parent} loading={placing.isPending} onClick={() => parent && placing.mutate(parent)}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('places.skip')}
        </Button>
      </div>
    </section>
  )
}
