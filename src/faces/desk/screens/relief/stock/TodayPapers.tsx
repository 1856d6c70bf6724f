/** Today's papers: what is expected in, what is to be picked, and what waits for a signature. */
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type Day, pickList, type ToPick, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { emptyHead } from './deeds.ts'
import { pdfOf } from './pdfOf.ts'
import { ToSign } from './ToSign.tsx'
import type { Work } from './WorkForm.tsx'

export function TodayPapers({ day, setWork }: { day: Day; setWork: (work: Work) => void }) {
  const { t, language } = useWords()
  const { expected, toPick, sent, mine, warehouse } = day
  const open = sent.filter(({ state, discrepancies }) => state === 'on_road' || discrepancies.some((one) => one.state !== 'signed'))
  const picking = useStockDeed(
    async (release: ToPick) => ({ release, list: await pickList(warehouse.code, release.id) }),
    ({ release, list }) => {
      const at = new Date().toISOString()
      const lines = list.lines.map((line) => ({ ...line, key: crypto.randomUUID(), name: '', pack: null, at, reason: '', ordered: '', pipelineLine: '' }))
      setWork({ deed: 'waybill', head: { ...emptyHead, release: release.id, organisation: list.organisation, place: list.place }, lines })
    },
  )
  return (
    <section className="card today" aria-labelledby="stock-today">
      <h2 id="stock-today">{t('stock.today')}</h2>
      <Refusals refusals={refusalsOf(picking.error)} focus />
      <h3>{t('stock.toPick')}</h3>
      {toPick.length === 0 && <p className="quiet">{t('stock.nothingToPick')}</p>}
      <ul className="plain">
        {toPick.map((release) => (
          <li key={release.id}>
            <strong>
              {release.year}/{release.number}
            </strong>{' '}
            {release.organisationName}
            <span className="quiet small lines">{release.lines.map(({ item, quantity }) => `${item}: ${number(quantity, language)}`).join(' · ')}</span>
            <a href={pdfOf(`/api/relief/print/release/${release.id}`, { lang: language })}>{t('stock.pdf.release')}</a>{' '}
            {mine && (
              <Button size="compact-sm" variant="default" onClick={() => picking.mutate(release)}>
                {t('stock.pick')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <h3>{t('stock.expected')}</h3>
      {expected.length === 0 && <p className="quiet">{t('stock.nothingExpected')}</p>}
      <ul className="plain">
        {expected.map(({ id, warehouseCode, year, number: n, effectiveAt }) => (
          <li key={id}>
            <Link href={`/relief/waybills/${id}`}>
              {warehouseCode} {year}/{n}
            </Link>{' '}
            <span className="quiet small">{shortDate(effectiveAt, language)}</span>
          </li>
        ))}
      </ul>
      <h3>{t('stock.onRoad')}</h3>
      {open.length === 0 && <p className="quiet">{t('stock.nothingOnRoad')}</p>}
      <ul className="plain">
        {open.map(({ id, year, number: n, consignee, state }) => (
          <li key={id}>
            <Link href={`/relief/waybills/${id}`}>
              {year}/{n} {consignee}
            </Link>{' '}
            {state === 'received' && <span className="tag">{t('stock.differs')}</span>}
          </li>
        ))}
      </ul>
      <ToSign day={day} />
    </section>
  )
}
