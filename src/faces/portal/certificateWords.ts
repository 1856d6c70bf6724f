/** Words of the page that says whether a certificate is ours. */
import type { Bilingual } from '../../kernel/shared.ts'

export const certificateWords = {
  certificateTitle: { pt: 'Verificar um certificado', en: 'Check a certificate' },
  certificateValid: { pt: 'Certificado válido', en: 'Valid certificate' },
  certificateValidNote: { pt: 'Foi emitido por esta missão e está em dia.', en: 'It was issued by this mission and is current.' },
  certificateExpired: { pt: 'Reciclagem em atraso', en: 'Refresher overdue' },
  certificateExpiredNote: {
    pt: 'Foi emitido por esta missão, mas o dia da reciclagem já passou. Pergunte à pessoa se a fez.',
    en: 'It was issued by this mission, but the day of the refresher is past. Ask the person whether it was done.',
  },
  certificateUnknown: { pt: 'Certificado desconhecido', en: 'Unknown certificate' },
  certificateUnknownNote: {
    pt: 'Este código não é de um certificado desta missão. Leia-o outra vez do papel; se continuar assim, não confie nele.',
    en: 'This code is of no certificate of this mission. Read it from the paper again; if it stays so, do not rely on it.',
  },
  certificateHouseNote: {
    pt: 'Esta missão entregou a casa com este número neste dia. O auto não é um título de terra.',
    en: 'This mission handed over the house of this number on this day. The certificate is no title to land.',
  },
  certificateHouse: { pt: 'Casa', en: 'House' },
  certificateHandedOver: { pt: 'Entregue em', en: 'Handed over on' },
  certificateCourse: { pt: 'Formação', en: 'Training' },
  certificateNumber: { pt: 'Certificado n.º', en: 'Certificate no.' },
  certificateIssued: { pt: 'Emitido em', en: 'Issued on' },
  certificateUntil: { pt: 'Reciclagem até', en: 'Refresher due by' },
  certificateCode: { pt: 'Código do certificado', en: 'Code of the certificate' },
  certificateCheck: { pt: 'Verificar', en: 'Check' },
  certificateNoName: {
    pt: 'Esta página nunca diz de quem é um certificado: compare o número com o papel que lhe mostram.',
    en: 'This page never says whose a certificate is: compare the number with the paper that you are shown.',
  },
} as const satisfies Record<string, Bilingual>
