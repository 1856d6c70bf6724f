/** A code that no list of the country pack has is refused before it is written: nobody could be told what it means. */
import { type House, type Refusal, refuse } from '../../kernel/index.ts'

export function unknownCodes(house: House, list: 'messageLanguage' | 'messageTopic', given: readonly string[]): Refusal[] {
  const known = new Set(house.pack.codeLists.get(list)?.codes.map(({ code }) => code))
  return given
    .filter((code) => !known.has(code))
    .map((code) => refuse(list === 'messageTopic' ? 'message.topic-unknown' : 'message.language-unknown', { code }))
}
