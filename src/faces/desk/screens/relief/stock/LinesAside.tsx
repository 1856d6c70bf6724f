/** Lines of stock sheets that wait for their keeper, each as it came: say in which unit it counts, put it right, or set it aside with a reason. */

import { Button } from '@mantine/core'
import { number } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Day, type LineDone, type LineWaiting, useLinesAside, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { type LineCounted, MendLine } from './MendLine.tsx'

/** Nothing but the unit is in doubt. */
const ofUnit = ['relief.unit-unknown', 'relief.unit-not-said', 'relief.not-whole']

export function LinesAside({ day }: { day: Day }) {
  const { t } = useWords()
  const { data } = useLinesAside(day.warehouse.code)
  if (!data || data.waiting.length + data.done.length === 0) return null
  return (
    <section className="card after-table" id="lines-aside">
      <h2>{t('stock.asideTitle', { n: data.waiting.length })}</h2>
      {data.waiting.length > 0 && <p className="small quiet">{t('stock.asideNote')}</p>}
      <ul className="stock-lines">
        {data.waiting.map((line) => (
          <Waiting key={line.id} line={line} day={day} />
        ))}
      </ul>
      {data.done.length > 0 && <Done lines={data.done} />}
    </section>
  )
}

function Waiting({ line: { id, file, line, cells, typed, why, suggestions }, day }: { line: LineWaiting; day: Day }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const settling = useStockDeed(({ deed, payload }: { deed: 'count' | 'set-aside'; payload: object }) =>
    post(`/api/relief/stock-sheet-lines/${id}/${deed}`, payload),
  )
  const count = (payload: LineCounted) => settling.mutate({ deed: 'count', payload })
  const { code } = day.warehouse
  const shelf = typed.shelf.startsWith(`${code}/`) ? typed.shelf : `${code}/${typed.shelf}`
  // What was written as 2.4 bales of 5 is 12: a part of a pack is kept in base units.
  const inPacks = ({ pack, factor, quantity }: LineWaiting['suggestions'][number]) =>
    quantity % factor === 0 ? { quantity: quantity / factor, pack } : { quantity, pack: null }
  return (
    <li>
      <span>
        {t('stock.asideLine', { file, line })}{' '}
        <strong>{[typed.item, typed.lot, typed.shelf, `${typed.quantity} ${typed.unit}`.trim()].filter(Boolean).join(' · ')}</strong>
        <span className="small lines">{why.map(({ sentence }) => mine(sentence)).join(' ')}</span>
        <span className="quiet small lines">
          {t('stock.asideCame', {
            list: cells
              .filter(({ written }) => written !== '')
              .map(({ heading, written }) => `${heading}: ${written}`)
              .join(' · '),
          })}
        </span>
      </span>
      <Refusals refusals={refusalsOf(settling.error)} focus />
      {day.mine && (
        <>
          {why.every(({ code: of }) => ofUnit.includes(of)) && (
            <span className="deeds">
              {suggestions.map((each) => (
                <Button
                  key={each.pack ?? ''}
                  size="compact-sm"
                  variant="default"
                  loading={settling.isPending}
                  onClick={() => count({ item: typed.item, lot: typed.lot, shelf, ...inPacks(each) })}
                >
                  {each.pack === null
                    ? t('stock.sheetUnits', { units: number(each.quantity, language) })
                    : t('stock.sheetPacks', { pack: each.pack, factor: each.factor, units: each.quantity })}
                </Button>
              ))}
            </span>
          )}
          <MendLine
            {...{ day, shelf, typed, suggestions, count }}
            pending={settling.isPending}
            setAside={(words) => settling.mutate({ deed: 'set-aside', payload: { words } })}
          />
        </>
      )}
    </li>
  )
}

function Done({ lines }: { lines: readonly LineDone[] }) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('stock.asideDone', { n: lines.length })}</summary>
      <ul className="plain">
        {lines.map(({ id, file, line, typed, state, settledWords, by, paper }) => (
          <li key={id}>
            {t('stock.asideLine', { file, line })} {[typed.item, typed.lot, `${typed.quantity} ${typed.unit}`.trim()].filter(Boolean).join(' · ')}
            <span className="quiet small lines">
              {state === 'counted'
                ? t('stock.asideCounted', { paper: paper ?? '', name: by ?? t('notSaid') })
                : t('stock.asideLeft', { words: settledWords ?? '', name: by ?? t('notSaid') })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
