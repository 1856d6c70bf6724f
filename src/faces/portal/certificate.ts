/** Is this certificate one of ours? Said to whoever was shown it: valid, due for a refresher, or unknown; which course or house and which day, and never whose. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite } from './model.ts'
import { longDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say } from './words.ts'

export type ShownCertificate = {
  verdict: 'valid' | 'expired' | 'unknown'
  topic?: Bilingual
  facts?: { number: string; issuedOn: string; validUntil: string | null }
  /** Of a house whose keys were given; a training has none. */
  handedOver?: { number: string; on: string; house: string; programme: string }
}

/** Null: nothing was asked yet. */
export type CertificateModel = { site: PortalSite; code: string; found: ShownCertificate | null }

const titles = { valid: 'certificateValid', expired: 'certificateExpired', unknown: 'certificateUnknown' } as const
const notes = { valid: 'certificateValidNote', expired: 'certificateExpiredNote', unknown: 'certificateUnknownNote' } as const

type Rows = [string, string][]

function rowsOf({ topic, facts, handedOver }: ShownCertificate, lang: Language): Rows {
  if (handedOver)
    return [
      [say(lang, 'certificateHouse'), `${handedOver.house} · ${handedOver.programme}`],
      [say(lang, 'certificateNumber'), handedOver.number],
      [say(lang, 'certificateHandedOver'), longDate(handedOver.on, lang)],
    ]
  if (!facts) return []
  return [
    ...(topic ? [[say(lang, 'certificateCourse'), topic[lang]]] : []),
    [say(lang, 'certificateNumber'), facts.number],
    [say(lang, 'certificateIssued'), longDate(facts.issuedOn, lang)],
    ...(facts.validUntil ? [[say(lang, 'certificateUntil'), longDate(facts.validUntil, lang)]] : []),
  ] as Rows
}

export function certificatePage({ site, code, found }: CertificateModel, lang: Language, base: string): string {
  const rows = found ? rowsOf(found, lang) : []
  const note = found?.handedOver ? 'certificateHouseNote' : notes[found?.verdict ?? 'unknown']
  const main = html`<h1>${say(lang, 'certificateTitle')}</h1>
${found && html`<h2>${say(lang, titles[found.verdict])}</h2><p class="lead">${say(lang, note)}</p>`}
${rows.length > 0 && html`<table><tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`}
<form method="get" class="request"><p><label for="code">${say(lang, 'certificateCode')}</label><input id="code" name="code" value="${found?.verdict === 'unknown' ? code : ''}" required></p>
<p><button class="button" type="submit">${say(lang, 'certificateCheck')}</button></p></form>
<p>${say(lang, 'certificateNoName')}</p>`
  const path = `${portalPaths(base, other(lang)).certificates}${code ? `?code=${encodeURIComponent(code)}` : ''}`
  return layout({ site, title: say(lang, 'certificateTitle'), description: say(lang, 'certificateNoName'), otherLanguage: path, main }, lang, base)
}
