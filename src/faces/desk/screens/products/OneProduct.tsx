/** One product: where it stands, what its next steps ask, its words with the figures they stand on, and its editions. */
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { makers, useProduct } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { LifeSteps } from '../../shell/LifeSteps.tsx'
import { useWords } from '../../words/words.ts'
import { CounterpartPart } from './CounterpartPart.tsx'
import { NextEdition } from './NextEdition.tsx'
import { ProductStateTag } from './ProductState.tsx'
import { WriteProduct } from './WriteProduct.tsx'

export function OneProduct({ id }: { id: string }) {
  const { t, language } = useWords()
  const { data, error } = useProduct(id)
  const mayRenew = useHolds(...makers)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
  if (!data) return <WaitingPage />
  const { slug, state, version, editions } = data
  const isPublic = slug !== null && data.publishedAt !== null
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/products/all">{t('nav.products')}</Link> · {t(`products.kind.${data.kind}`)}
          </p>
          <h1>{data.name}</h1>
          <p>
            <ProductStateTag state={state} />{' '}
            <span className="quiet">
              {data.number}, {t('products.edition', { n: data.edition })} · {t('products.plannedFor')}: {shortDate(data.publishOn ?? data.plannedFor, language)}
            </span>
          </p>
        </div>
        {isPublic && (
          <div className="deeds">
            <a className="button" href={`/${language}/publications/${slug}`}>
              {t('reports.page')}
            </a>
          </div>
        )}
      </div>
      {data.returnedBecause && <p className="small">{t('reports.returned', { why: data.returnedBecause })}</p>}
      {data.withdrawnBecause && <p className="small">{t('products.withdrawn', { why: data.withdrawnBecause })}</p>}
      {state === 'scheduled' && data.publishOn && <p className="small">{t('products.goesByItself', { day: shortDate(data.publishOn, language) })}</p>}
      <Refusals refusals={data.findings} title={t('reports.findings', { n: data.findings.length })} tone="warning" />
      <section className="narrow" aria-label={t('reports.next')}>
        <LifeSteps key={`${state} ${version}`} domain="publications" path="product" id={id} by={[...makers, 'chief', 'monitoring']} />
        {data.joint && <CounterpartPart product={data} />}
      </section>
      <WriteProduct key={`text ${version}`} product={data} />
      {editions.length > 1 && (
        <section>
          <h2>{t('products.editions')}</h2>
          <ul>
            {editions.map((each) => (
              <li key={each.id}>
                <Link href={`/products/${each.id}`}>{t('products.edition', { n: each.edition })}</Link> <ProductStateTag state={each.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {state === 'published' && mayRenew && <NextEdition id={id} />}
    </>
  )
}
