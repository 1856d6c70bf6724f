import { describe, expect, it } from 'vitest'
import { comprehension, heardAround, languageFit, reachLines, readingEase, smsLength, spokenSeconds, termHints } from './index.ts'

describe('the length of a message on the phone', () => {
  const seen = (text: string) => {
    const { alphabet, units, parts, perPart, left } = smsLength(text)
    return { alphabet, units, parts, perPart, left }
  }

  it('is one part up to 160 basic letters and two of 153 from 161', () => {
    expect(seen('a'.repeat(160))).toEqual({ alphabet: 'basic', units: 160, parts: 1, perPart: 160, left: 0 })
    expect(seen('a'.repeat(161))).toEqual({ alphabet: 'basic', units: 161, parts: 2, perPart: 153, left: 145 })
    expect(seen('a'.repeat(306)).parts).toBe(2)
    expect(seen('a'.repeat(307)).parts).toBe(3)
    expect(seen('')).toEqual({ alphabet: 'basic', units: 0, parts: 0, perPart: 160, left: 160 })
  })

  it('counts 70, and 67 joined, as soon as one letter lies outside the basic alphabet, and names it', () => {
    expect(seen(`ɛ${'a'.repeat(69)}`)).toEqual({ alphabet: 'unicode', units: 70, parts: 1, perPart: 70, left: 0 })
    expect(seen(`ɛ${'a'.repeat(70)}`)).toEqual({ alphabet: 'unicode', units: 71, parts: 2, perPart: 67, left: 63 })
    expect(smsLength('Água não é só água').outside).toEqual(['Á', 'ã', 'ó', 'á'])
    expect(smsLength('às três').outside).toEqual(['ê'])
    // The capital is in the alphabet, the small letter is not.
    expect(smsLength('Ç').alphabet).toBe('basic')
    expect(smsLength('ç').outside).toEqual(['ç'])
  })

  it('pays two for a sign of the extension table and never cuts it between two parts', () => {
    expect(seen(`${'a'.repeat(158)}€`)).toMatchObject({ units: 160, parts: 1 })
    expect(seen(`${'a'.repeat(159)}€`)).toMatchObject({ units: 161, parts: 2 })
    // 152 letters leave one unit free: the sign goes to the second part, and the third begins one letter earlier.
    expect(seen(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toMatchObject({ units: 306, parts: 3, left: 152 })
  })

  it('pays two for an emoji and keeps it whole', () => {
    expect(seen('💧'.repeat(35))).toMatchObject({ alphabet: 'unicode', units: 70, parts: 1 })
    expect(seen('💧'.repeat(67))).toMatchObject({ units: 134, parts: 3, left: 65 })
    expect(smsLength('💧💧').outside).toEqual(['💧'])
  })
})

describe('a message on the air and on paper', () => {
  it('takes the seconds of its words, rounded up', () => {
    expect(spokenSeconds('Lave as mãos com água e sabão antes de comer.', 2.3)).toBe(5)
    expect(spokenSeconds('', 2.3)).toBe(0)
  })

  it('is hinted at by words a sentence and long words of its own language', () => {
    expect(readingEase('Ferva a água. Guarde-a tapada!', 'por')).toEqual({ words: 5, sentences: 2, wordsPerSentence: 2.5, longWords: 0, longShare: 0 })
    expect(readingEase('Responsabilidade', 'por').longWords).toBe(1)
    expect(readingEase('Responsabilidade', 'kde').longWords).toBe(1)
    expect(readingEase('population', 'eng').longWords).toBe(1)
    expect(readingEase('population', 'vmw').longWords).toBe(0)
    expect(readingEase(' … ', 'por')).toMatchObject({ words: 0, wordsPerSentence: null, longShare: null })
  })
})

describe('reach', () => {
  it('is four lines and no sum', () => {
    const lines = reachLines([
      { channel: 'meeting', quantity: 1, reach: 120, method: 'counted' },
      { channel: 'print', quantity: 300, reach: 300, method: 'counted' },
      { channel: 'radio', quantity: 4, reach: 50_000, method: 'station_claim' },
      { channel: 'sms', quantity: 1000, reach: 640, method: 'platform' },
    ])
    expect(lines.map(({ channel, method, unit, reach, quantity }) => [channel, method, unit, reach, quantity])).toEqual([
      ['meeting', 'counted', 'people', 120, 1],
      ['print', 'counted', 'handed_out', 300, 300],
      ['sms', 'platform', 'delivered', 640, 1000],
      ['radio', 'station_claim', 'people', 50_000, 4],
    ])
  })

  it('keeps unknown apart, and never makes it nobody', () => {
    const lines = reachLines([
      { channel: 'radio', quantity: null, reach: null, method: null },
      { channel: 'meeting', quantity: 1, reach: 40, method: 'counted' },
      { channel: 'meeting', quantity: null, reach: 60, method: 'counted' },
      { channel: 'meeting', quantity: 1, reach: 30, method: 'estimated' },
    ])
    expect(lines.map(({ channel, method, deliveries, reach, quantity }) => [channel, method, deliveries, reach, quantity])).toEqual([
      ['meeting', 'counted', 2, 100, null],
      ['meeting', 'estimated', 1, 30, 1],
      ['radio', 'unknown', 1, null, null],
    ])
  })
})

describe('whether a message was understood', () => {
  it('is right answers over asked with the interval of Wilson: 26 of 30 is 86.7 %, 70.3 to 94.7', () => {
    const { share, interval } = comprehension(26, 30)!
    expect([share, interval.low, interval.high].map((each) => (100 * each).toFixed(1))).toEqual(['86.7', '70.3', '94.7'])
    expect(comprehension(0, 0)).toBeNull()
  })

  it('fits a place by the share whose main language has it, and says what nobody asked', () => {
    const fit = languageFit(
      [
        { language: 'vmw', share: 0.5 },
        { language: 'wmw', share: 0.25 },
      ],
      ['por', 'vmw'],
    )
    expect(fit).toEqual({ covered: 0.5, unknown: 0.25, missing: [{ language: 'wmw', share: 0.25 }] })
    expect(languageFit([], ['por'])).toBeNull()
  })
})

describe('the agreed words', () => {
  const terms = [
    { concept: 'idp', language: 'por', preferred: 'pessoa deslocada', avoid: 'refugiado; desalojado' },
    { concept: 'idp', language: 'eng', preferred: 'displaced person', avoid: 'refugee' },
    { concept: 'well', language: 'por', preferred: 'furo', avoid: null },
    { concept: 'well', language: 'vmw', preferred: 'ehime', avoid: null },
  ]
  const source = { text: 'As pessoas deslocadas e os Furos', language: 'por' }

  it('are found as words, in the plural too, and never inside another word', () => {
    expect(termHints('Os furos da pessoa deslocada', 'por', null, terms)).toEqual({ used: ['pessoa deslocada', 'furo'], avoided: [], missing: [] })
    expect(termHints('Perfuro a parede; furou', 'por', null, terms).used).toEqual([])
  })

  it('are told where another word stands, and where a translation lacks what its source says', () => {
    expect(termHints('Refugees near the well', 'eng', source, terms)).toEqual({
      used: [],
      avoided: [{ word: 'refugee', preferred: 'displaced person' }],
      missing: [{ preferred: 'displaced person', inSource: 'pessoa deslocada' }],
    })
    expect(termHints('Texto de exemplo', 'vmw', source, terms).missing).toEqual([{ preferred: 'ehime', inSource: 'furo' }])
    expect(termHints('Ehime', 'vmw', source, terms)).toEqual({ used: ['ehime'], avoided: [], missing: [] })
    expect(termHints('a (b', 'por', source, [{ concept: 'x', language: 'por', preferred: 'a (b', avoid: '*;' }]).used).toEqual(['a (b'])
  })
})

describe('what was heard around a campaign', () => {
  const at = (day: string, place = 'MZ0109') => ({ day, place, channel: 'meeting' })
  const heard = (day: string, topic: string, kind: 'question' | 'rumour', times: number, place?: string) => ({ ...at(day, place), topic, kind, times })
  const campaign = { fromDay: '2026-03-11', toDay: '2026-03-20', places: ['MZ0109'], topics: ['water_hygiene'] }
  const found = {
    listened: [at('2026-03-01'), at('2026-03-10'), at('2026-03-11'), at('2026-03-25'), at('2026-02-28'), at('2026-03-15', 'MZ0201')],
    heard: [
      ...[heard('2026-03-01', 'water_hygiene', 'rumour', 7), heard('2026-03-10', 'water_hygiene', 'rumour', 5)],
      ...[heard('2026-03-11', 'water_hygiene', 'question', 2), heard('2026-03-25', 'disease', 'rumour', 4)],
      ...[heard('2026-02-28', 'water_hygiene', 'rumour', 100), heard('2026-03-15', 'water_hygiene', 'rumour', 100, 'MZ0201')],
    ],
  }

  it('counts three times as long as the campaign, in its places alone, and each part is the sum of its lines', () => {
    const { time, lines, sums } = heardAround(campaign, found, '2026-04-30')
    expect(time.map(({ from, to, sessions, still }) => [from, to, sessions, still])).toEqual([
      ['2026-03-01', '2026-03-10', 2, null],
      ['2026-03-11', '2026-03-20', 1, null],
      ['2026-03-21', '2026-03-30', 1, null],
    ])
    expect(lines.map(({ topic, kind, counts }) => [topic, kind, ...Object.values(counts)])).toEqual([
      ['water_hygiene', 'question', 0, 2, 0],
      ['water_hygiene', 'rumour', 12, 0, 0],
      ['water_hygiene', 'remark', 0, 0, 0],
      ['disease', 'rumour', 0, 0, 4],
    ])
    expect(sums).toEqual({ before: 12, during: 2, after: 4 })
  })

  it('knows nothing of a time in which nobody listened, or that has not come', () => {
    const quiet = { ...found, listened: found.listened.filter(({ day }) => day < '2026-03-11') }
    const { time, sums } = heardAround(campaign, { ...quiet, heard: quiet.heard.filter(({ day }) => day < '2026-03-11') }, '2026-03-15')
    expect(sums).toEqual({ before: 12, during: 'unknown', after: 'unknown' })
    expect(time.map(({ still }) => still)).toEqual([null, 'running', 'to-come'])
  })
})
