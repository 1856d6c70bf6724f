/** Answers as ODK Collect and KoboCollect read them: XML, in the language of the phone, with the headers that OpenRosa 1.0 asks for. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../refusal.ts'
import type { Language } from '../text/bilingual.ts'
import type { Catalogue } from '../text/sentences.ts'
import { statusOf } from './answers.ts'

export const largestSubmission = 100 * 1024 * 1024
export const openRosaHeaders = { 'x-openrosa-version': '1.0', 'x-openrosa-accept-content-length': String(largestSubmission) }

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!)

/** The first language of the list that we speak; Portuguese where it names neither. */
export function languageOf(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return wanted.find((language) => language === 'pt' || language === 'en') === 'en' ? 'en' : 'pt'
}

export const openRosaMessage = (sentence: string, nature: 'submit_success' | 'submit_pending' | 'error'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="${nature}">${escapeXml(sentence)}</message></OpenRosaResponse>`

/** A full disk is 500 here: Collect knows no 507 and would not say that the form is still on the phone. */
export function sendOpenRosaRefusal(request: FastifyRequest, reply: FastifyReply, refusals: readonly Refusal[], catalogue: Catalogue) {
  const status = statusOf(refusals)
  const language = languageOf(request.headers['accept-language'])
  // Offered over TLS only: a phone that is asked for it answers with its passphrase.
  const scheme = request.protocol === 'https' ? 'Basic realm="Capulana", charset="UTF-8"' : 'Bearer realm="Capulana"'
  if (status === 401) reply.header('www-authenticate', scheme)
  const sentence = refusals.map((refusal) => catalogue.sentence(refusal, language)).join(' ')
  return reply
    .status(status === 507 ? 500 : status)
    .headers(openRosaHeaders)
    .type('text/xml; charset=utf-8')
    .send(openRosaMessage(sentence, 'error'))
}
