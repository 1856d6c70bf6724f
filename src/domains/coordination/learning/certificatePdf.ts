/** The certificate on paper: the name for whoever holds it, and a code that says whether it is ours to whoever is shown it. */
import { readFileSync } from 'node:fs'
import QRCode from 'qrcode'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf } from '../../../kernel/publishing.ts'
import { printDay } from '../printDay.ts'
import type { Certificate } from './certificates.ts'

const words: Record<Language, (given: Certificate) => Record<string, string>> = {
  pt: ({ hours, from, to, placeName, issuedOn, validUntil }) => ({
    title: 'Certificado de formação',
    certifies: 'Certifica-se que',
    completed: 'concluiu com aproveitamento a formação',
    details: `${hours} horas, de ${printDay(from, 'pt')} a ${printDay(to, 'pt')}${placeName ? `, em ${placeName}` : ''}`,
    issued: `Emitido em ${printDay(issuedOn, 'pt')}`,
    until: validUntil ? `Reciclagem até ${printDay(validUntil, 'pt')}` : '',
    number: 'Certificado n.º',
    check: 'O código prova que o certificado é nosso. Não contém o nome.',
  }),
  en: ({ hours, from, to, placeName, issuedOn, validUntil }) => ({
    title: 'Certificate of training',
    certifies: 'This certifies that',
    completed: 'has successfully completed the training',
    details: `${hours} hours, from ${printDay(from, 'en')} to ${printDay(to, 'en')}${placeName ? `, in ${placeName}` : ''}`,
    issued: `Issued on ${printDay(issuedOn, 'en')}`,
    until: validUntil ? `Refresher due by ${printDay(validUntil, 'en')}` : '',
    number: 'Certificate no.',
    check: 'The code proves that the certificate is ours. It does not hold the name.',
  }),
}

let template: string | undefined

/** `address`: of the house, as strangers reach it; the code opens its page of certificates. */
export async function certificatePdf(
  certificate: Certificate,
  lang: Language,
  { mission, address }: { mission: string; address: string },
): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./certificate.typ', import.meta.url), 'utf8')
  const code = `${address}/${lang}/certificates?code=${certificate.token}`
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words: words[lang](certificate), mission, name: certificate.name, topic: certificate.topic[lang] },
      ...{ number: certificate.number, day: certificate.issuedOn, code: await QRCode.toString(code, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }) },
    },
  })
}
