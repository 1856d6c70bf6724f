/** What a licence allows and asks, read from the name that the publisher wrote. A name that we do not know stays as it is, and nothing is guessed of it. */
import type { Language } from '../../kernel/shared.ts'
import { say, type Word } from './words.ts'

export type Licence = { name: string; slug: string; spdx: string | null; url: string | null; parts: ('by' | 'nc' | 'nd' | 'sa' | 'zero')[]; igo: boolean }

const licenceSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')

/** "CC BY-NC-ND 3.0 IGO": the elements, the version, and whether it is the form for intergovernmental organisations. Source: creativecommons.org/licenses. */
export function licenceOf(name: string): Licence {
  const slug = licenceSlug(name)
  if (/^cc-?0(-1\.0)?$/.test(slug))
    return { name, slug, spdx: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/', parts: ['zero'], igo: false }
  const [whole, elements, firstIgo, version, lastIgo] = /^cc-by((?:-(?:nc|nd|sa))*)(-igo)?(?:-(\d\.\d))?(-igo)?$/.exec(slug) ?? []
  if (whole === undefined) return { name, slug, spdx: null, url: null, parts: [], igo: false }
  const parts = ['by', ...elements!.split('-').filter((part) => part !== '')] as Licence['parts']
  const igo = firstIgo !== undefined || lastIgo !== undefined
  // Without a version nobody can say which text holds.
  const url = version ? `https://creativecommons.org/licenses/${parts.join('-')}/${version}/${igo ? 'igo/' : ''}` : null
  const spdx =
    version && !igo ? `CC-${parts.join('-').toUpperCase()}-${version}` : version === '3.0' && igo ? `CC-${parts.join('-').toUpperCase()}-3.0-IGO` : null
  return { name, slug, spdx, url, parts, igo }
}

/** One sentence for each thing that the licence allows or asks. */
export function licenceSentences({ parts, igo, url }: Licence, lang: Language): string[] {
  if (parts.length === 0) return [say(lang, 'termsUnknown')]
  const words: Word[] = parts.includes('zero')
    ? ['termsZero']
    : [
        parts.includes('nd') ? 'termsShareAsIs' : 'termsShareAndChange',
        'termsBy',
        ...(parts.includes('nc') ? (['termsNc'] as const) : []),
        ...(parts.includes('nd') ? (['termsNd'] as const) : []),
        ...(parts.includes('sa') ? (['termsSa'] as const) : []),
        ...(igo ? (['termsIgo'] as const) : []),
      ]
  return [...words, ...(url === null ? (['termsNoVersion'] as const) : [])].map((word) => say(lang, word))
}
