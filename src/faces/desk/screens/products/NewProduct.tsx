/** A product is planned: what it is, about where and when, for which day, and what must be asked before it goes out. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { searchPlaces } from '../../api/places.ts'
import { productKinds, useProductDeed } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

const empty = {
  name: '',
  kind: 'story',
  plannedFor: '',
  original: 'pt',
  onlyBecause: '',
  areas: '',
  periodFrom: '',
  periodTo: '',
  licence: 'CC BY 4.0',
  credit: '',
  donors: '',
}
type Place = { pcode: string; name: string }

/** "7, 15" as people write it. */
const numbersIn = (text: string) => [...new Set((text.match(/\d+/g) ?? []).map(Number).filter((area) => area >= 1 && area <= 15))]

export function NewProduct() {
  const { t } = useWords()
  const [, go] = useLocation()
  const [given, setGiven] = useState(empty)
  const [places, setPlaces] = useState<Place[]>([])
  const [asks, setAsks] = useState({ joint: false, protectedPeople: false })
  const planning = useProductDeed(
    () => {
      const { areas, onlyBecause, donors, ...plan } = given
      return post<{ id: string }>('/api/publications/products', {
        ...{ ...plan, ...asks, focusAreas: numbersIn(areas), places: places.map(({ pcode }) => pcode) },
        ...{ onlyBecause: onlyBecause.trim() || null, donors: donors.trim() || null },
      })
    },
    ({ id }) => go(`/products/${id}`),
  )
  const write = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const line = (name: 'name' | 'plannedFor' | 'areas' | 'periodFrom' | 'periodTo' | 'licence' | 'credit' | 'donors' | 'onlyBecause', type = 'text') => (
    <TextInput type={type} label={t(`products.plan.${name}`)} value={given[name]} onChange={write(name)} />
  )
  const ready = [given.name, given.plannedFor, given.periodFrom, given.periodTo, given.licence, given.credit].every((each) => each.trim() !== '')
  return (
    <section className="card product-form">
      <h2>{t('products.plan')}</h2>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={t('products.plan')}>
        <div className="side-by-side">
          {line('name')}
          <NativeSelect
            label={t('products.kind')}
            value={given.kind}
            onChange={write('kind')}
            data={productKinds.map((kind) => ({ value: kind, label: t(`products.kind.${kind}`) }))}
          />
          {line('plannedFor', 'date')}
          <NativeSelect
            label={t('products.plan.original')}
            value={given.original}
            onChange={write('original')}
            data={[
              { value: 'pt', label: 'Português' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div className="side-by-side">
          {line('periodFrom', 'date')}
          {line('periodTo', 'date')}
          {line('areas')}
          <div>
            <PlacePicker
              search={searchPlaces}
              label={t('products.plan.places')}
              onChoose={({ pcode, name }) => setPlaces((chosen) => [...chosen.filter((each) => each.pcode !== pcode), { pcode, name }])}
            />
            {places.map(({ pcode, name }) => (
              <Button key={pcode} size="compact-sm" variant="default" onClick={() => setPlaces(places.filter((each) => each.pcode !== pcode))}>
                {t('products.plan.without', { name })}
              </Button>
            ))}
          </div>
        </div>
        <div className="side-by-side">
          {line('credit')}
          {line('licence')}
          {line('donors')}
          {line('onlyBecause')}
        </div>
        <Checkbox label={t('products.plan.joint')} checked={asks.joint} onChange={({ currentTarget }) => setAsks({ ...asks, joint: currentTarget.checked })} />
        <Checkbox
          label={t('products.plan.protectedPeople')}
          checked={asks.protectedPeople}
          onChange={({ currentTarget }) => setAsks({ ...asks, protectedPeople: currentTarget.checked })}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={planning.isPending}>
            {t('products.plan')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
