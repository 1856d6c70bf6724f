/** The tablets of the day: what each holds, when it was last heard, giving it goods, and counting it at the end. */
import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Distribution, distributionsAt, type Tablet, useChoices, useReliefDeed } from '../../../api/distributions.ts'
import { useWords } from '../../../words/words.ts'

function GiveGoods({ distribution: { id, modality } }: { distribution: Distribution }) {
  const { t } = useWords()
  const { data } = useChoices(id)
  const [device, setDevice] = useState('')
  const [at, setAt] = useState('')
  const [quantity, setQuantity] = useState(0)
  const shelf = data?.shelves[Number(at)]
  const giving = useReliefDeed(() => {
    const { code, item, lot } = shelf!
    return post(`${distributionsAt}/${id}/custody`, { device, from: code, lines: [{ item, lot, quantity }] })
  })
  const joining = useReliefDeed(() => post(`${distributionsAt}/${id}/tablets`, { device }))
  const ready = device !== '' && at !== '' && shelf !== undefined && quantity > 0
  return (
    <KeyedForm onSave={() => ready && giving.mutate(undefined)} label={t('distribution.giveGoods')}>
      <Refusals refusals={[...refusalsOf(giving.error), ...refusalsOf(joining.error)]} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('distribution.tablet')}
          value={device}
          onChange={(event) => setDevice(event.currentTarget.value)}
          data={[
            { value: '', label: t('reconcile.choose') },
            ...(data?.phones ?? []).map((phone) => ({ value: phone.id, label: phone.label })),
            { value: 'paper', label: t('distribution.paper') },
          ]}
        />
        <NativeSelect
          label={t('distribution.shelf')}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
          data={[
            { value: '', label: t('reconcile.choose') },
            ...(data?.shelves ?? []).map(({ code, name, item, lot, quantity: n }, place) => ({
              value: String(place),
              label: `${name ? t('distribution.receivedBy', { name }) : code} · ${item} ${lot} · ${n}`,
            })),
          ]}
        />
        <NumberInput label={t('distribution.quantity')} min={0} allowDecimal={false} value={quantity} onChange={(typed) => setQuantity(Number(typed) || 0)} />
      </div>
      <div className="form-deeds">
        <Button type="submit" disabled={!ready} loading={giving.isPending}>
          {t('distribution.giveGoods')}
        </Button>
        {modality !== 'in_kind' && (
          <Button variant="default" disabled={device === ''} loading={joining.isPending} onClick={() => joining.mutate(undefined)}>
            {t('distribution.joinMoney')}
          </Button>
        )}
      </div>
    </KeyedForm>
  )
}

const parts = ['returned', 'damaged', 'counted'] as const
type Counted = Record<(typeof parts)[number], number>
const nothing: Counted = { returned: 0, damaged: 0, counted: 0 }

function CountTablet({ id, tablet }: { id: string; tablet: Tablet }) {
  const { t } = useWords()
  const [isLost, setLost] = useState(false)
  const [value, setValue] = useState<Record<string, Counted>>({})
  const lines = tablet.held.map(({ item, lot }) => ({ item, lot, ...nothing, ...value[`${item} ${lot}`] }))
  const counting = useReliefDeed(() => post(`${distributionsAt}/${id}/count`, { device: tablet.device, isLost, lines: isLost ? [] : lines }))
  return (
    <details>
      <summary>{t('distribution.countOf', { label: tablet.label })}</summary>
      <KeyedForm onSave={() => counting.mutate(undefined)} label={t('distribution.countOf', { label: tablet.label })}>
        <Refusals refusals={refusalsOf(counting.error)} focus />
        <Checkbox label={t('distribution.isLost')} checked={isLost} onChange={({ currentTarget }) => setLost(currentTarget.checked)} />
        {!isLost &&
          lines.map((line) => (
            <fieldset key={`${line.item} ${line.lot}`} className="side-by-side">
              <legend>{`${line.item} ${line.lot}`}</legend>
              {parts.map((part) => (
                <NumberInput
                  key={part}
                  label={t(`distribution.${part}`)}
                  min={0}
                  allowDecimal={false}
                  value={line[part]}
                  onChange={(typed) =>
                    setValue({ ...value, [`${line.item} ${line.lot}`]: { ...nothing, ...value[`${line.item} ${line.lot}`], [part]: Number(typed) || 0 } })
                  }
                />
              ))}
            </fieldset>
          ))}
        <div className="form-deeds">
          <Button type="submit" loading={counting.isPending}>
            {t('distribution.count')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}

export function Tablets({ distribution, tablets, leads }: { distribution: Distribution; tablets: Tablet[]; leads: boolean }) {
  const { t, named, language } = useWords()
  const { id, state } = distribution
  const columns: Column<Tablet>[] = [
    { key: 'label', title: t('distribution.tablet'), header: true, value: ({ label }) => label, cell: ({ label }) => label },
    { key: 'state', title: t('distribution.state'), value: (each) => each.state, cell: (each) => named('distribution.tabletIs', each.state) },
    { key: 'facts', title: t('distribution.facts'), number: true, value: ({ facts }) => facts, cell: ({ facts }) => number(facts, language) },
    {
      key: 'heard',
      title: t('distribution.heard'),
      value: ({ lastHeardAt }) => lastHeardAt,
      cell: ({ lastHeardAt }) => (lastHeardAt ? shortDate(lastHeardAt.slice(0, 10), language) : ''),
    },
    {
      key: 'held',
      title: t('distribution.held'),
      cell: ({ held }) => held.map(({ item, lot, quantity }) => `${number(quantity, language)} × ${item} ${lot}`).join(', '),
    },
  ]
  return (
    <section className="card after-table">
      <h3>{t('distribution.tablets')}</h3>
      {tablets.length > 0 && <DataTable rows={tablets} columns={columns} rowKey={(tablet) => tablet.id} caption={t('distribution.tablets')} />}
      {leads && ['verified', 'list_frozen', 'open'].includes(state) && <GiveGoods distribution={distribution} />}
      {leads &&
        ['open', 'closed'].includes(state) &&
        tablets.filter((tablet) => tablet.state === 'open').map((tablet) => <CountTablet key={tablet.id} id={id} tablet={tablet} />)}
    </section>
  )
}
