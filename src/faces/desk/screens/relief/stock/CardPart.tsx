/** The bin card of what was scanned last: it writes itself with every paper. */
import { number } from '../../../../portal/numbers.ts'
import { dateAndTime } from '../../../../ui/moments.ts'
import { useCard } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { pdfOf } from './pdfOf.ts'

export function CardPart({ asked }: { asked: { shelf: string; item: string; lot: string } | null }) {
  const { t, named, language } = useWords()
  const { data } = useCard(asked)
  return (
    <section className="card" aria-labelledby="stock-card">
      <h2 id="stock-card">{t('stock.card')}</h2>
      {!asked && <p className="quiet">{t('stock.cardNote')}</p>}
      {asked && (
        <p>
          <strong>{asked.item}</strong> {asked.lot && `· ${asked.lot}`} <span className="quiet">{asked.shelf}</span>
        </p>
      )}
      {data && (
        <>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('stock.paper')}</th>
                <th scope="col" className="n">
                  {t('stock.change')}
                </th>
                <th scope="col" className="n">
                  {t('stock.balance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.lines.toReversed().map((line) => (
                <tr key={`${line.document} ${line.at} ${line.change}`}>
                  <td>
                    {named('stock.paper', line.kind)} {line.year}/{line.number} {line.reversedBy && <span className="tag">{t('stock.cancelled')}</span>}
                    <span className="quiet small lines">{dateAndTime(line.at, language)}</span>
                  </td>
                  <td className="n">
                    {line.change > 0 ? '+' : '−'}
                    {number(Math.abs(line.change), language)}
                  </td>
                  <td className="n">{number(line.balance, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {asked && data.lines.length > 0 && (
            <p>
              <a href={pdfOf('/api/relief/print/card', { ...asked, lang: language })}>{t('stock.pdf.card')}</a>
            </p>
          )}
        </>
      )}
    </section>
  )
}
