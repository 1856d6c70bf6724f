/**
 * How many parts a text takes on the phone. Source: 3GPP TS 23.038 (GSM 03.38): a message of one part holds 160 units of the basic alphabet, or 70 once a single letter
 * lies outside it; joined parts lose a header and hold 153 and 67. A sign of the extension table costs two units, and so does a letter beyond the first plane of
 * Unicode; neither is cut between two parts.
 */
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
const extension = new Set('\f^{}\\[~]|€')

const limits = { basic: { one: 160, joined: 153 }, unicode: { one: 70, joined: 67 } } as const

export type SmsLength = {
  alphabet: 'basic' | 'unicode'
  units: number
  parts: number
  /** Units that one part holds, as many parts as there are. */
  perPart: number
  /** Units still free in the last part. */
  left: number
  /** The letters that make it dear, each once, in the order of the text. */
  outside: string[]
}

export function smsLength(text: string): SmsLength {
  const letters = [...text]
  const outside = [...new Set(letters.filter((letter) => !basic.has(letter) && !extension.has(letter)))]
  const alphabet = outside.length > 0 ? 'unicode' : 'basic'
  const costs = letters.map((letter) => (alphabet === 'unicode' ? letter.length : extension.has(letter) ? 2 : 1))
  const units = costs.reduce((sum, cost) => sum + cost, 0)
  const { one, joined } = limits[alphabet]
  if (units <= one) return { alphabet, units, parts: letters.length > 0 ? 1 : 0, perPart: one, left: one - units, outside }
  let parts = 1
  let used = 0
  for (const cost of costs) {
    if (used + cost > joined) {
      parts += 1
      used = 0
    }
    used += cost
  }
  return { alphabet, units, parts, perPart: joined, left: joined - used, outside }
}
