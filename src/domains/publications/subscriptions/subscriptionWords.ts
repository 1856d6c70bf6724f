/** The letters to readers: plain text, short, with the one link that confirms and that leaves. */
import type { Bilingual, Language } from '../../../kernel/index.ts'

export type News = { title: Bilingual; summary: Bilingual; href: string }

export function askingLetter(lang: Language, site: string, link: string): { subject: string; text: string } {
  return lang === 'pt'
    ? {
        subject: `${site}: confirme que quer receber novidades`,
        text: `Alguém escreveu este endereço para receber por e-mail o que ${site} publica.\n\nSe foi o senhor ou a senhora, abra esta ligação e confirme:\n${link}\n\nSe não foi, não faça nada: sem confirmação o endereço é apagado daqui a sete dias.\n`,
      }
    : {
        subject: `${site}: confirm that you want to hear of news`,
        text: `Somebody entered this address to hear by e-mail of what ${site} publishes.\n\nIf that was you, open this link and confirm:\n${link}\n\nIf not, do nothing: without a confirmation the address is erased in seven days.\n`,
      }
}

export function newsLetter(lang: Language, site: string, news: readonly News[], link: string): { subject: string; text: string } {
  const each = news.map(({ title, summary, href }) => `${title[lang]}\n${summary[lang]}\n${href}\n`).join('\n')
  const first = news[0]!.title[lang]
  const subject = news.length === 1 ? first : lang === 'pt' ? `${site}: ${news.length} publicações novas` : `${site}: ${news.length} new publications`
  const leave = lang === 'pt' ? `Para deixar de receber, abra: ${link}` : `To receive no more, open: ${link}`
  return { subject, text: `${each}\n--\n${leave}\n` }
}
