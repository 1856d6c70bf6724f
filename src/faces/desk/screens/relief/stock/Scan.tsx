/**
 * One large field for the scanner and the keyboard: a code of an item, a lot or a shelf, then a number, in base units or in packs; Enter on the empty field takes the line.
 * What is typed in packs stands beside its base units before anything is saved.
 */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type Day, type Scanned, scanCode, type Thing } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { type DeedName, type Line, unitsOf } from './deeds.ts'
import { useUnit } from './useUnit.ts'

type Found = Extract<Scanned, { kind: 'item' }>
type Given = { day: Day; deed: DeedName; onLine: (line: Line) => void; onLook: (asked: { shelf: string; item: string; lot: string }) => void }
const nothing = { lot: '', shelf: '', quantity: '' as string | number, pack: '' }

export function Scan({ day, deed, onLine, onLook }: Given) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const unit = useUnit()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [value, setValue] = useState(nothing)
  const [choices, setChoices] = useState<Thing[]>([])
  const [error, setError] = useState<unknown>(null)
  const pack = found?.item.packs.find(({ name }) => name === value.pack) ?? null
  const units = unitsOf({ quantity: Number(value.quantity), pack })
  const needsShelf = deed !== 'pack'
  const ready = found !== null && value.quantity !== '' && (deed === 'count' || Number(value.quantity) > 0) && (!needsShelf || value.shelf !== '')

  const itemFound = (answer: Found) => {
    setFound(answer)
    setChoices([])
    const there = answer.there.filter(({ lot }) => answer.lot === null || lot === answer.lot)
    const onlyPlace = there.length === 1 && deed !== 'receive' ? there[0]! : null
    const lot = answer.lot ?? onlyPlace?.lot ?? (answer.lots.length === 1 ? answer.lots[0]!.code : '')
    setValue((before) => ({ ...nothing, lot, shelf: onlyPlace?.shelf ?? before.shelf }))
    if (onlyPlace) onLook({ shelf: onlyPlace.shelf, item: answer.item.code, lot: onlyPlace.lot })
  }
  const look = async (code: string) => {
    setError(null)
    try {
      const answer = await scanCode(day.warehouse.code, code)
      if (answer.kind === 'shelf') setValue((before) => ({ ...before, shelf: answer.shelf }))
      else if (answer.kind === 'item') itemFound(answer)
      else setChoices(answer.items)
      if (answer.kind === 'shelf' && found) onLook({ shelf: answer.shelf, item: found.item.code, lot: value.lot })
    } catch (problem) {
      setError(problem)
    }
  }
  const take = () => {
    if (!found || !ready) return
    const { code, name } = found.item
    onLine({
      key: crypto.randomUUID(),
      item: code,
      name: mine(name),
      ...value,
      quantity: Number(value.quantity),
      pack,
      at: new Date().toISOString(),
      reason: '',
      ordered: '',
      pipelineLine: '',
    })
    setFound(null)
    setValue((before) => ({ ...nothing, shelf: before.shelf }))
    field.current?.focus()
  }
  const entered = () => {
    const text = typed.trim()
    setTyped('')
    // A barcode has more figures than any quantity; once an item is there, a short number says how many.
    const much = /^(\d{1,7})(?:\s+(\S.*))?$/.exec(text)
    if (text === '') take()
    else if (found && much) {
      const named = found.item.packs.find(({ name }) => much[2] && name.toLowerCase().startsWith(much[2].toLowerCase()))
      setValue({ ...value, quantity: Number(much[1]), pack: named?.name ?? '' })
    } else void look(text)
  }
  return (
    <div className="scan">
      <form
        aria-label={t('stock.scan')}
        onSubmit={(event) => {
          event.preventDefault()
          entered()
        }}
      >
        <TextInput
          ref={field}
          size="lg"
          label={t('stock.scan')}
          description={t('stock.scanNote')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          autoFocus
        />
      </form>
      <Refusals refusals={refusalsOf(error)} />
      {choices.length > 0 && (
        <ul className="chosen">
          {choices.map((item) => (
            <li key={item.code}>
              <Button size="compact-sm" variant="default" onClick={() => look(item.code)}>
                {item.code} · {mine(item.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found && (
        <>
          <p className="scan-item">
            <strong>{found.item.code}</strong> {mine(found.item.name)}
          </p>
          <div className="side-by-side">
            <NativeSelect
              label={t('stock.lot')}
              value={value.lot}
              onChange={({ currentTarget }) => setValue({ ...value, lot: currentTarget.value })}
              data={[
                { value: '', label: t('stock.noLot') },
                ...found.lots.map(({ code, expiry, usable }) => ({
                  value: code,
                  label: `${code}${expiry ? ` · ${shortDate(expiry, language)}` : ''}${usable ? '' : ` · ${t('stock.notUsable')}`}`,
                })),
              ]}
            />
            {needsShelf && (
              <NativeSelect
                label={t('stock.shelf')}
                value={value.shelf}
                onChange={({ currentTarget }) => setValue({ ...value, shelf: currentTarget.value })}
                data={[
                  { value: '', label: t('reconcile.choose') },
                  ...day.shelves.filter((one) => one.kind !== 'in_transit' && !one.closedOn).map(({ code }) => code),
                ]}
              />
            )}
            <NumberInput
              label={t(deed === 'count' ? 'stock.counted' : 'stock.quantity')}
              min={0}
              allowDecimal={false}
              value={value.quantity}
              onChange={(quantity) => setValue({ ...value, quantity })}
            />
            <NativeSelect
              label={t('stock.in')}
              value={value.pack}
              onChange={({ currentTarget }) => setValue({ ...value, pack: currentTarget.value })}
              data={[
                { value: '', label: unit(found.item.baseUnit) },
                ...found.item.packs.map(({ name, units: each }) => ({ value: name, label: `${name} (${each})` })),
              ]}
            />
          </div>
          <p className="scan-sum" role="status">
            {value.quantity !== '' &&
              (pack
                ? t('stock.inBoth', { n: Number(value.quantity), pack: pack.name, units, unit: unit(found.item.baseUnit) })
                : t('stock.inUnits', { n: units, unit: unit(found.item.baseUnit) }))}
          </p>
          <Button onClick={take} disabled={!ready}>
            {t('stock.takeLine')}
          </Button>
          {found.there.length > 0 && (
            <p className="quiet small">
              {t('stock.liesOn', { list: found.there.map((one) => `${one.shelf}${one.lot && ` (${one.lot})`}: ${number(one.quantity, language)}`) })}
            </p>
          )}
        </>
      )}
    </div>
  )
}
