/** Weeks by items: what is confirmed in the first line, what is not in a second, the first week without stock in red, with its word beside the colour. */
import { number, percent } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import type { BoardRow, Pipeline } from '../../../api/pipeline.ts'
import { useWords } from '../../../words/words.ts'
import type { Tried } from './WhatIf.tsx'

/** The year is that of today or the next: day and month name a week of the coming twelve. */
const dayAndMonth = (day: string) => day.slice(5).split('-').reverse().join('/')
const isBelow = (stock: number) => (stock < 0 ? 'n below' : 'n')

export function Board({ pipeline: { board, weeks, names }, tried }: { pipeline: Pipeline; tried: Tried }) {
  const { t } = useWords()
  const mine = useBilingual()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" tabIndex={0} aria-label={t('pipe.board')}>
      <table className="data board">
        <caption className="unseen">{t('pipe.board')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pipe.item')}</th>
            <th scope="col" className="n">
              {t('pipe.onHand')}
            </th>
            <th scope="col" className="n">
              {t('pipe.now')}
            </th>
            <th scope="col">{t('pipe.firstWithout')}</th>
            {weeks.map((monday, n) => (
              <th key={monday} scope="col" className="n">
                {t('pipe.weekOf', { n: n + 1, day: dayAndMonth(monday) })}
              </th>
            ))}
          </tr>
        </thead>
        {board.map((row) => (
          <ItemRows key={row.item} row={row} name={names[row.item] && mine(names[row.item])} less={tried.item === row.item ? tried.less : 0} />
        ))}
      </table>
    </section>
  )
}

function ItemRows({ row, name, less }: { row: BoardRow; name: string | undefined; less: number }) {
  const { t, language } = useWords()
  const weeks = row.weeks.map((stock) => stock - less)
  const unconfirmed = row.withUnconfirmed.map((stock) => stock - less)
  const differs = unconfirmed.some((stock, n) => stock !== weeks[n])
  const at = weeks.findIndex((stock) => stock < 0)
  const print = (value: number) => number(value, language).replace('-', '\u2212')
  const cover = row.monthsOfCover === null ? t('pipe.noCover') : print(Math.round(row.monthsOfCover * 10) / 10)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={differs ? 2 : 1}>
          {name ?? row.item}
          <small className="lacking">
            {name && `${row.item} · `}
            {t('pipe.cover')}: {cover}
            {row.safetyStock !== null && ` · ${t('pipe.safety')}: ${print(row.safetyStock)}`}
          </small>
        </th>
        <td className="n">{print(row.onHand)}</td>
        <td className="n">{print(Math.max(0, row.promise - less))}</td>
        <td>{at === -1 ? t('pipe.never') : <strong className="below">{t('pipe.week', { n: at + 1 })}</strong>}</td>
        {weeks.map((stock, n) => {
          const { p10, p90, without } = row.forecast[n]!
          return (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
              key={n}
              className={isBelow(stock)}
              title={t('pipe.range', { low: print(p10 - less), high: print(p90 - less), risk: percent(100 * without, language) })}
            >
              {print(stock)}
            </td>
          )
        })}
      </tr>
      {differs && (
        <tr className="quiet">
          <td colSpan={3}>{t('pipe.unconfirmed')}</td>
          {unconfirmed.map((stock, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its number
            <td key={n} className={isBelow(stock)}>
              {print(stock)}
            </td>
          ))}
        </tr>
      )}
    </tbody>
  )
}
