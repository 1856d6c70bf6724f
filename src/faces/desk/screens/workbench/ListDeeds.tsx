/** Changing the list of places itself: a team for a district or for all, a place that nobody had on the list. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { type PlaceHit, PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import type { District, Workbench } from '../../api/displacement.ts'
import { searchPlaces } from '../../api/places.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { useDeed } from './deeds.ts'

const openStates = ['planned', 'training', 'collecting', 'cleaning']

export function ListDeeds({ bench, district }: { bench: Workbench; district: District | null }) {
  const { t } = useWords()
  const may = useHolds('dataOfficer')
  if (!may || !openStates.includes(bench.round.state)) return null
  const teamFirst = bench.round.state === 'planned' || bench.round.state === 'training'
  return (
    <details className="list-deeds" open={teamFirst}>
      <summary>{t('bench.listDeeds')}</summary>
      <div className="side-by-side">
        <TeamForm round={bench.round.id} district={district} />
        <AddPlace round={bench.round.id} />
      </div>
    </details>
  )
}

function TeamForm({ round, district }: { round: string; district: District | null }) {
  const { t } = useWords()
  const [team, setTeam] = useState('')
  const giving = useDeed(round, () => post<{ places?: number }>(`/api/displacement/workbench/${round}/teams`, { team, district: district?.pcode }))
  return (
    <KeyedForm onSave={() => giving.mutate(undefined)} label={t('bench.team')}>
      <TextInput
        label={district ? t('bench.teamFor', { district: district.name }) : t('bench.teamForAll')}
        maxLength={100}
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
      />
      <div className="form-deeds">
        <Button type="submit" variant="default" loading={giving.isPending} disabled={team.trim() === ''}>
          {t('bench.giveTeam')}
        </Button>
        <span role="status" className="small">
          {giving.data?.places !== undefined && t('bench.teamGiven', { n: giving.data.places })}
        </span>
      </div>
      <Refusals refusals={refusalsOf(giving.error)} focus />
    </KeyedForm>
  )
}

function AddPlace({ round }: { round: string }) {
  const { t } = useWords()
  const [place, setPlace] = useState<PlaceHit | null>(null)
  const [why, setWhy] = useState('')
  const adding = useDeed(
    round,
    () => post(`/api/displacement/workbench/${round}/add-place`, { place: place?.id, why }),
    () => {
      setPlace(null)
      setWhy('')
    },
  )
  return (
    <KeyedForm onSave={() => adding.mutate(undefined)} label={t('bench.addPlace')}>
      <PlacePicker search={searchPlaces} label={`${t('bench.addPlace')}: ${t('bench.addPlaceLabel')}`} onChoose={setPlace} />
      {place && (
        <>
          <TextInput label={t('bench.addWhy')} maxLength={500} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
          <div className="form-deeds">
            <Button type="submit" variant="default" loading={adding.isPending} disabled={why.trim() === ''}>
              {t('bench.add', { place: `${place.name} (${place.pcode})` })}
            </Button>
          </div>
        </>
      )}
      <Refusals refusals={refusalsOf(adding.error)} focus />
    </KeyedForm>
  )
}
