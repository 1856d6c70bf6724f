/** What a text stands on: published sets whose figures it quotes, and pictures with whether they may be shown. */
import { Checkbox } from '@mantine/core'
import { useBilingual } from '../../../ui/language.tsx'
import { type Picture, usePictures, useSources } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

type Quoted = { slug: string; version: number }

export function ChooseSources({ chosen, onChange }: { chosen: readonly Quoted[]; onChange: (sources: Quoted[]) => void }) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data } = useSources()
  const isChosen = (slug: string) => chosen.some((each) => each.slug === slug)
  return (
    <fieldset>
      <legend>{t('products.sources')}</legend>
      {data?.length === 0 && <p className="quiet">{t('products.noSources')}</p>}
      {data?.map(({ slug, version, title }) => (
        <Checkbox
          key={slug}
          label={mine(title)}
          checked={isChosen(slug)}
          onChange={({ currentTarget }) => {
            const others = chosen.filter((each) => each.slug !== slug)
            onChange(currentTarget.checked ? [...others, { slug, version }] : others)
          }}
        />
      ))}
    </fieldset>
  )
}

type Chosen = { chosen: readonly string[]; edits: boolean; onChange: (pictures: string[]) => void }

export function ChoosePictures({ chosen, edits, onChange }: Chosen) {
  const { t } = useWords()
  const mine = useBilingual()
  const { data } = usePictures()
  const shown = (data ?? []).filter(({ id, removedAt }) => chosen.includes(id) || (edits && removedAt === null))
  const title = (picture: Picture) => mine({ pt: picture.captionPt, en: picture.captionEn })
  return (
    <fieldset>
      <legend>{t('products.tab.pictures')}</legend>
      {shown.length === 0 && <p className="quiet">{t('pictures.noneChosen')}</p>}
      <div className="picture-choices">
        {shown.map((picture) => (
          <div key={picture.id}>
            <img src={`/api/publications/assets/${picture.id}/picture`} alt="" loading="lazy" />
            {edits ? (
              <Checkbox
                label={title(picture)}
                description={picture.gaps.length > 0 ? t('pictures.notNow') : t('pictures.mayShow')}
                checked={chosen.includes(picture.id)}
                onChange={({ currentTarget }) => {
                  const others = chosen.filter((each) => each !== picture.id)
                  onChange(currentTarget.checked ? [...others, picture.id] : others)
                }}
              />
            ) : (
              <p>{title(picture)}</p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
