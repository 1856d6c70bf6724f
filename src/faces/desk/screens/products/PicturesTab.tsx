/** Pictures with who agreed to what until when, where each is used, and whether the portal may show it today. */
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { makers, type Picture, usePictures, useProductDeed } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewConsent } from './NewConsent.tsx'
import { NewPicture } from './NewPicture.tsx'
import { ProductStateTag } from './ProductState.tsx'
import { Transcript } from './Transcript.tsx'

export function PicturesTab() {
  const { t } = useWords()
  const { data, error } = usePictures()
  const edits = useHolds(...makers)
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('pictures.none')}>{t('pictures.noneNote')}</Empty>}
      <ul className="picture-cards">
        {data?.map((picture) => (
          <PictureCard key={picture.id} picture={picture} edits={edits} />
        ))}
      </ul>
      {edits && data && <NewPicture />}
    </>
  )
}

function PictureCard({ picture, edits }: { picture: Picture; edits: boolean }) {
  const { t } = useWords()
  const mine = useBilingual()
  const removing = useProductDeed(() => post(`/api/publications/assets/${picture.id}/remove`))
  const { removedAt, gaps, printGaps, usedIn, children, recognisable } = picture
  const noMorePrint = removedAt !== null || printGaps.length > 0
  return (
    <li className="card">
      <Shown picture={picture} />
      <div>
        <h3>{mine({ pt: picture.captionPt, en: picture.captionEn })}</h3>
        <About picture={picture} />
        <p>
          {removedAt ? (
            <span className="state past">{t('pictures.removed')}</span>
          ) : gaps.length > 0 ? (
            <span className="tag">{t('pictures.notNow')}</span>
          ) : (
            <span className="state done">{t('pictures.mayShow')}</span>
          )}{' '}
          <span className="small quiet">{recognisable === 0 ? t('pictures.nobody') : t('pictures.people', { n: recognisable, children })}</span>
        </p>
        {gaps.length > 0 && (
          <ul className="small">
            {gaps.map(({ who, missing }) => (
              <li key={who}>{t(`pictures.gap.${who}`, { n: missing })}</li>
            ))}
          </ul>
        )}
        {!picture.type.startsWith('image/') && <Transcript key={picture.transcript ? 'kept' : 'none'} picture={picture} edits={edits && !removedAt} />}
        <Consents picture={picture} edits={edits} />
        {usedIn.length > 0 && (
          <>
            <h4>{gaps.length > 0 || removedAt || (noMorePrint && usedIn.some(({ printed }) => printed)) ? t('pictures.decide') : t('pictures.usedIn')}</h4>
            <ul className="small">
              {usedIn.map((use) => (
                <li key={use.id}>
                  <Link href={`/products/${use.id}`}>
                    {use.number}, {use.name}
                  </Link>{' '}
                  <ProductStateTag state={use.state} />
                  {use.printed && <span className="lacking">{t(noMorePrint ? 'pictures.printedNoMore' : 'pictures.printed')}</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        {edits && !removedAt && (
          <div className="deeds">
            {recognisable > 0 && <NewConsent picture={picture} />}
            <details>
              <summary>{t('pictures.remove')}</summary>
              <p className="small">{t('pictures.removeNote')}</p>
              <Button size="compact-sm" color="red" loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
                {t('pictures.remove')}
              </Button>
            </details>
          </div>
        )}
        <Refusals refusals={refusalsOf(removing.error)} focus />
      </div>
    </li>
  )
}

function Shown({ picture: { id, type, captionPt, captionEn } }: { picture: Picture }) {
  const mine = useBilingual()
  const address = `/api/publications/assets/${id}/picture`
  const label = mine({ pt: captionPt, en: captionEn })
  if (type.startsWith('image/')) return <img src={address} alt="" loading="lazy" />
  // The words stand beside it, as on the public page.
  return type.startsWith('audio/') ? (
    <audio controls preload="none" aria-label={label} src={address}>
      <track kind="captions" />
    </audio>
  ) : (
    <video controls preload="none" aria-label={label} src={address}>
      <track kind="captions" />
    </video>
  )
}

function About({ picture: { takenOn, credit, place, placeName } }: { picture: Picture }) {
  const { language } = useWords()
  return (
    <p className="small quiet">
      {shortDate(takenOn, language)} · {placeName ?? place} · {credit}
    </p>
  )
}

function Consents({ picture, edits }: { picture: Picture; edits: boolean }) {
  const { t, language } = useWords()
  const withdrawing = useProductDeed((id: string) => post(`/api/publications/consents/${id}/withdraw`))
  return (
    <ul className="small">
      {picture.consents.map((consent) => (
        <li key={consent.id}>
          {t(`pictures.who.${consent.who}`)}: {consent.channels.map((channel) => t(`pictures.channel.${channel}`)).join(', ')} ·{' '}
          {consent.toDay ? t('pictures.until', { day: shortDate(consent.toDay, language) }) : t('pictures.noEnd')} · {consent.form}{' '}
          {consent.withdrawnAt ? (
            <span className="state past">{t('pictures.withdrawn')}</span>
          ) : (
            edits && (
              <Button size="compact-xs" variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(consent.id)}>
                {t('pictures.withdraw')}
              </Button>
            )
          )}
        </li>
      ))}
      <Refusals refusals={refusalsOf(withdrawing.error)} focus />
    </ul>
  )
}
