/** One edition of a design, whole; for officers also the way to its next edition, begun from what stands here. */
import { Link } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import type { Design } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { Drawings } from './Drawings.tsx'
import { useDesignCost } from './designCost.ts'
import { NewDesign } from './NewDesign.tsx'
import { printOf } from './printOf.ts'

export function OneDesign({ designs, id, edits }: { designs: readonly Design[]; id: string; edits: boolean }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const costOf = useDesignCost()
  const design = designs.find((one) => one.id === id)
  const back = (
    <p>
      <Link href="/solutions/designs">{t('designs.back')}</Link>
    </p>
  )
  if (!design) return <Empty title={t('designs.gone')}>{back}</Empty>
  const { code, edition, name, areaM2, rooms, materials, hazardFeatures, accessibility, sessions, licence } = design
  const newer = designs.find((one) => one.code === code && one.edition > edition)
  const facts: [string, string][] = [
    [t('designs.area'), number(areaM2, language)],
    [t('designs.rooms'), number(rooms, language)],
    [t('designs.hazards'), hazardFeatures.map((one) => named('feature', one)).join(', ') || t('designs.noHazards')],
    [t('designs.accessibility'), accessibility ?? t('notSaid')],
    [t('designs.cost'), costOf(design)],
    [t('designs.sessions'), sessions ?? t('notSaid')],
    [t('designs.licence'), licence ?? t('notSaid')],
  ]
  return (
    <div className="solutions-parts">
      {back}
      <h2>
        {mine(name)} <span className="tag">{t('designs.edition', { code, edition })}</span>
      </h2>
      {newer && (
        <p>
          <Link href={`/solutions/designs/${newer.id}`}>{t('designs.newer', { edition: newer.edition })}</Link>
        </p>
      )}
      <section className="card">
        <table className="plain-table">
          <tbody>
            {facts.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a href={printOf(`design/${id}`, language)}>{t('papers.design')}</a>
      </p>
      <Drawings key={id} design={id} licence={licence} edits={edits} />
      <section className="card">
        <h3>{t('designs.materials')}</h3>
        <table className="plain-table">
          <tbody>
            {materials.map(({ item, quantity }) => (
              <tr key={item}>
                <th scope="row">{item}</th>
                <td className="number">{number(quantity, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {edits && !newer && <NewDesign from={design} />}
    </div>
  )
}
