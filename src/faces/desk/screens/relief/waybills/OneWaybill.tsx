/** One waybill as it was signed, what came of it, and what differs. It is never edited. */
import { Link } from 'wouter'
import { number } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { dateAndTime } from '../../../../ui/moments.ts'
import { useHolds } from '../../../api/session.ts'
import type { Waybill } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { pdfOf } from '../stock/pdfOf.ts'
import { Differences } from './Differences.tsx'
import { ReceiveForm } from './ReceiveForm.tsx'

export function OneWaybill({ waybill }: { waybill: Waybill }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const isPartner = useHolds('partner')
  const keeps = useHolds('warehouse', 'pipeline')
  const {
    id,
    warehouseCode,
    warehouseName,
    year,
    number: n,
    consignee,
    placeName,
    transporter,
    vehicle,
    effectiveAt,
    lines,
    received,
    state,
    organisation,
  } = waybill
  // The server decides in any case; whoever cannot receive is not shown the form.
  const receives = state === 'on_road' && (organisation ? isPartner : keeps)
  const came = (item: string, lot: string) => received?.lines.find((one) => one.item === item && one.lot === lot)
  return (
    <>
      <p>
        <Link href="/relief/waybills">{t('waybills.all')}</Link>
      </p>
      <section className="card">
        <h2>
          {t('waybills.one')} {warehouseCode} {year}/{n} <span className="tag">{t(`waybills.state.${state}`)}</span>
        </h2>
        <p>
          {t('waybills.fromTo', { from: warehouseName, to: consignee, place: placeName })} <br />
          {t('waybills.with', { transporter, vehicle })} <span className="quiet">{dateAndTime(effectiveAt, language)}</span>
        </p>
        <div className="table-frame">
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('stock.item')}</th>
                <th scope="col">{t('stock.lot')}</th>
                <th scope="col" className="n">
                  {t('waybills.sent')}
                </th>
                {received && (
                  <>
                    <th scope="col" className="n">
                      {t('waybills.received')}
                    </th>
                    <th scope="col" className="n">
                      {t('waybills.damaged')}
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ item, lot, shelf, quantity }) => (
                <tr key={`${item} ${lot} ${shelf}`}>
                  <th scope="row">
                    {item} {waybill.itemNames[item] && mine(waybill.itemNames[item])}
                  </th>
                  <td>{lot}</td>
                  <td className="n">{number(quantity, language)}</td>
                  {received && (
                    <>
                      <td className="n">{number(came(item, lot)?.received ?? 0, language)}</td>
                      <td className="n">{number(came(item, lot)?.damaged ?? 0, language)}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {received && (
          <p className="quiet">
            {t('waybills.receivedBy', { who: received.by, when: dateAndTime(received.at, language) })} {received.note}
          </p>
        )}
        <p className="deeds">
          <a href={pdfOf(`/api/relief/print/waybill/${id}`, { lang: language })}>{t('waybills.pdf')}</a>
          {!isPartner && <a href={pdfOf(`/api/relief/print/loading/${id}`, { lang: language })}>{t('waybills.pdfLoading')}</a>}
        </p>
      </section>
      {receives && <ReceiveForm waybill={waybill} />}
      {waybill.discrepancies.length > 0 && <Differences waybill={waybill} />}
    </>
  )
}
