/** The words of a product in both languages side by side, and what they stand on: published sets, own figures, pictures. */

import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, refusalsOf } from '../../api/ask.ts'
import { makers, type Text, useProductDeed, type WholeProduct } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { SaveDeed } from '../../shell/SaveDeed.tsx'
import { useWords } from '../../words/words.ts'
import { OwnFigures } from './OwnFigures.tsx'
import { ChoosePictures, ChooseSources } from './Standing.tsx'

const blank: Text = { title: '', summary: '', body: '' }
const named = { pt: 'Português', en: 'English' } as const
const isEmpty = (text: Text) => Object.values(text).every((part) => part.trim() === '')

export function WriteProduct({ product }: { product: WholeProduct }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { state, original, frozen } = product
  const holds = useHolds(...makers)
  const mayWrite = holds && ['planned', 'drafting', 'figures_frozen', 'reviewed'].includes(state)
  const mayChoose = holds && ['planned', 'drafting'].includes(state)
  const [texts, setTexts] = useState({ pt: { ...blank, ...product.texts.pt }, en: { ...blank, ...product.texts.en } })
  const [stands, setStands] = useState({ sources: product.sources, ownFigures: product.ownFigures, pictures: product.pictures })
  const [stillFits, setStillFits] = useState(false)
  const plain = ({ title, summary, body }: Text): Text => ({ title, summary, body })
  const saving = useProductDeed(() =>
    patch(`/api/publications/products/${product.id}/text`, {
      ...{ version: product.version, stillFits, ...stands },
      texts: Object.fromEntries((['pt', 'en'] as const).filter((lang) => !isEmpty(texts[lang])).map((lang) => [lang, plain(texts[lang])])),
    }),
  )
  const field = (lang: 'pt' | 'en', part: keyof Text) => {
    const common = {
      ...{ label: t(`products.text.${part}`), lang: lang === 'pt' ? 'pt-MZ' : 'en', value: texts[lang][part] },
      onChange: (event: { currentTarget: { value: string } }) => setTexts({ ...texts, [lang]: { ...texts[lang], [part]: event.currentTarget.value } }),
    }
    if (!mayWrite)
      return texts[lang][part] === '' ? null : (
        <p className={part === 'body' ? 'written' : part} lang={common.lang}>
          {texts[lang][part]}
        </p>
      )
    return part === 'title' ? <TextInput {...common} maxLength={200} /> : <Textarea {...common} autosize minRows={part === 'body' ? 6 : 2} />
  }
  const order = original === 'pt' ? (['pt', 'en'] as const) : (['en', 'pt'] as const)
  return (
    <section className="product-desk">
      <h2>{t('products.text')}</h2>
      <KeyedForm onSave={() => mayWrite && saving.mutate(undefined)} label={t('products.text')}>
        <div className="both-languages">
          {order.map((lang) => (
            <fieldset key={lang}>
              <legend>
                {named[lang]} <span className="small quiet">{t(lang === original ? 'products.original' : 'products.translation')}</span>
              </legend>
              {field(lang, 'title')}
              {field(lang, 'summary')}
              {field(lang, 'body')}
            </fieldset>
          ))}
        </div>
        {mayWrite && <Checkbox label={t('products.stillFits')} checked={stillFits} onChange={({ currentTarget }) => setStillFits(currentTarget.checked)} />}
        {frozen && (
          <p className="small quiet">
            {t('products.frozen', { n: product.figures ?? 0, hash: frozen.hash.slice(0, 16) })} {frozen.sources.map(({ title }) => mine(title)).join(' · ')}
          </p>
        )}
        {mayChoose && <ChooseSources chosen={stands.sources} onChange={(sources) => setStands({ ...stands, sources })} />}
        <OwnFigures figures={stands.ownFigures} edits={mayChoose} onChange={(ownFigures) => setStands({ ...stands, ownFigures })} />
        <ChoosePictures chosen={stands.pictures} edits={mayWrite} onChange={(pictures) => setStands({ ...stands, pictures })} />
        {mayWrite && <SaveDeed saving={saving} />}
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </section>
  )
}
