/** The keeper's work: say what is done, scan what it is done with, and save one paper. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Day, useExpected, useStockDeed } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { DeedHead } from './DeedHead.tsx'
import { askedOf, type DeedName, deeds, emptyHead, type Head, isReady, type Line, unitsOf } from './deeds.ts'
import { Scan } from './Scan.tsx'

export type Work = { deed: DeedName; head: Head; lines: Line[] }
export const noWork: Work = { deed: 'receive', head: emptyHead, lines: [] }

type Given = { day: Day; work: Work; setWork: (work: Work) => void; onLook: (asked: { shelf: string; item: string; lot: string }) => void }

export function WorkForm({ day, work, setWork, onLook }: Given) {
  const { t } = useWords()
  const { deed, head, lines } = work
  const saving = useStockDeed(
    async () => {
      // One after the other: what was saved before a refusal is told by the refusal of the next.
      let waits = false
      for (const { url, payload } of askedOf(day.warehouse.code, deed, head, lines)) waits ||= 'proposal' in (await post<object>(url, payload))
      return waits
    },
    () => setWork({ ...noWork, deed }),
  )
  const ready = isReady(deed, head, lines)
  const change = (key: string, changes: Partial<Line>) => setWork({ ...work, lines: lines.map((line) => (line.key === key ? { ...line, ...changes } : line)) })
  return (
    <section className="card" aria-labelledby="stock-work">
      <h2 id="stock-work">{t('stock.work')}</h2>
      <NativeSelect
        label={t('stock.deed')}
        value={deed}
        onChange={({ currentTarget }) => setWork({ ...work, deed: currentTarget.value as DeedName })}
        data={deeds.map((value) => ({ value, label: t(`stock.deed.${value}`) }))}
      />
      <Scan day={day} deed={deed} onLine={(line) => setWork({ ...work, lines: [...lines, line] })} onLook={onLook} />
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={t(`stock.deed.${deed}`)}>
        {lines.length > 0 && (
          <ul className="stock-lines">
            {lines.map((line) => (
              <LineOf
                key={line.key}
                line={line}
                deed={deed}
                change={(changes) => change(line.key, changes)}
                drop={() => setWork({ ...work, lines: lines.filter(({ key }) => key !== line.key) })}
              />
            ))}
          </ul>
        )}
        <DeedHead day={day} deed={deed} head={head} put={(changes) => setWork({ ...work, head: { ...head, ...changes } })} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={saving.isPending}>
            {t(`stock.save.${deed}`)}
          </Button>
          <span role="status" className="small quiet">
            {saving.isSuccess && lines.length === 0 && t(saving.data ? 'stock.waitsForSecond' : 'saved')}
          </span>
        </div>
      </KeyedForm>
    </section>
  )
}

function LineOf({ line, deed, change, drop }: { line: Line; deed: DeedName; change: (changes: Partial<Line>) => void; drop: () => void }) {
  const { t, language } = useWords()
  const { item, name, lot, shelf, quantity, pack, reason, ordered } = line
  const { data } = useExpected(deed === 'receive')
  const promised = deed === 'receive' ? (data?.expected ?? []).filter((one) => one.item === item) : []
  return (
    <li>
      <span>
        <strong>{number(unitsOf(line), language)}</strong>
        {pack && ` (${number(quantity, language)} × ${pack.name})`} {item} · {name}
        {lot && ` · ${lot}`} {shelf && <span className="quiet">{shelf}</span>}
      </span>
      {deed === 'waybill' && (
        <TextInput size="xs" label={t('stock.reason')} value={reason} onChange={({ currentTarget }) => change({ reason: currentTarget.value })} />
      )}
      {deed === 'receive' && (
        <TextInput
          size="xs"
          label={t('stock.ordered')}
          inputMode="numeric"
          value={ordered}
          onChange={({ currentTarget }) => change({ ordered: currentTarget.value.replace(/\D/g, '') })}
        />
      )}
      {promised.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('stock.fromPipeline')}
          value={line.pipelineLine}
          onChange={({ currentTarget }) => change({ pipelineLine: currentTarget.value })}
          data={[
            { value: '', label: t('stock.fromPipelineNone') },
            ...promised.map(({ id, remaining, likely, donorName }) => ({
              value: id,
              label: t('stock.fromPipelineLine', {
                ...{ n: number(remaining, language), day: shortDate(likely, language), donor: donorName ?? t('pipe.ownPurchase') },
              }),
            })),
          ]}
        />
      )}
      <Button size="compact-xs" variant="subtle" onClick={drop} aria-label={t('stock.dropLine', { item })}>
        {t('stock.drop')}
      </Button>
    </li>
  )
}
