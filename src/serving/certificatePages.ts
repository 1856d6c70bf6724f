/** The page on which a stranger holds a certificate, of a training or of a house handed over, against the register: the code of the paper opens it. */
import { z } from 'zod'
import { certificateAnswer } from '../domains/coordination/index.ts'
import { handOverAnswer } from '../domains/solutions/index.ts'
import { certificatePage, type ShownCertificate } from '../faces/portal/index.ts'
import { type AnyRoute, type House, route } from '../kernel/index.ts'
import { siteOf } from './portalModel.ts'

/** As it was scanned or typed: blanks and small letters are no part of a code. */
const tidy = (given: string) => given.replace(/\s+/g, '').toUpperCase()

async function shown(house: House, code: string): Promise<ShownCertificate> {
  if (!code.startsWith('H1/')) return certificateAnswer(house, code, new Date().toISOString().slice(0, 10))
  const handedOver = await handOverAnswer(house, code)
  return handedOver ? { verdict: 'valid', handedOver } : { verdict: 'unknown' }
}

export const certificatePages: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/certificates',
    page: true,
    policy: { who: 'everyone', class: 1 },
    summary: 'Is this certificate one of ours?',
    params: z.object({ lang: z.enum(['pt', 'en']) }),
    query: z.object({ code: z.string().max(300).default('') }),
    answer: async ({ house, params: { lang }, query, address }) => {
      const code = tidy(query.code)
      const found = code === '' ? null : await shown(house, code)
      return {
        content: certificatePage({ site: siteOf(house, address), code, found }, lang, ''),
        type: 'text/html; charset=utf-8',
        headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
      }
    },
  }),
]
