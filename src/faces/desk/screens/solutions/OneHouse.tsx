/** One house: where it stands, what the next step waits for, what was seen of each stage, and for officers the land and the money. */
import { Link } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { solutionsOfficers, useHouse } from '../../api/solutions.ts'
import { LifeSteps } from '../../shell/LifeSteps.tsx'
import { useWords } from '../../words/words.ts'
import { ChooseDesign } from './ChooseDesign.tsx'
import { Defects } from './Defects.tsx'
import { InspectStage } from './InspectStage.tsx'
import { printOf } from './printOf.ts'
import { Seen } from './Seen.tsx'
import { buildingStages } from './stages.ts'
import { TenurePart } from './TenurePart.tsx'
import { Tranches } from './Tranches.tsx'

export function OneHouse({ id }: { id: string }) {
  const { t, named, language } = useWords()
  const edits = useHolds(...solutionsOfficers)
  const { data: house, error } = useHouse(id)
  if (!house) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const stage = buildingStages.find((one) => one === house.state)
  return (
    <div className="solutions-parts">
      <p>
        <Link href="/solutions/houses">{t('houses.back')}</Link>
      </p>
      <h2>
        {t('houses.one', { number: house.number })} <span className="tag">{named('houseState', house.state)}</span>
      </h2>
      <p className="quiet">
        {[
          house.programme,
          house.placeName ?? house.place,
          house.household,
          house.designName,
          house.coachName && t('houses.coachLine', { name: house.coachName }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {edits && ['handed_over', 'checked_12m'].includes(house.state) && (
        <p>
          <a href={printOf(`hand-over/${id}`, language)}>{t('papers.handOver')}</a>
        </p>
      )}
      {edits && house.state === 'selected' && <ChooseDesign house={id} />}
      {edits && (
        <section className="card">
          <h3>{t('houses.next')}</h3>
          <LifeSteps domain="solutions" path="house" id={id} by={solutionsOfficers} />
        </section>
      )}
      {edits && stage && <InspectStage key={`${stage}-${house.inspections.length}`} house={house} stage={stage} />}
      <Defects defects={house.defects} edits={edits} checklist={house.checklist} />
      <section className="card">
        <h3>{t('houses.inspections')}</h3>
        {house.inspections.length === 0 ? <p className="quiet">{t('houses.noInspection')}</p> : <Seen house={house} />}
      </section>
      {edits && <TenurePart house={house} />}
      {edits && <Tranches house={house} />}
    </div>
  )
}
