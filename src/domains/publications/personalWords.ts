/** Telephone, e-mail and identity numbers, as the last look at a published table finds them, in words that somebody wrote. */
import { personalDataIn } from '../../kernel/publishing.ts'

export async function personalWords(words: string): Promise<{ what: string; whatPt: string }[]> {
  const found = await personalDataIn({ name: 'text.csv', bytes: Buffer.from(`text\n"${words.replaceAll('"', "'")}"\n`) })
  return found.filter(({ code }) => code === 'publish.personal-data').map(({ facts: { what, whatPt } }) => ({ what: String(what), whatPt: String(whatPt) }))
}
