/** What is heard of a campaign: listening written down with nobody in it, counted before, during and after, answered and cleared. */
import { expect, it } from 'vitest'
import { pdfText } from './pdfText.ts'
import type { Name, TestHouse } from './testHouse.ts'

type Sent = { status: number; id: string; codes: string[] }
type Given = {
  house: () => TestHouse
  post: (who: Name, url: string, payload?: object) => Promise<Sent>
  send: (who: Name, method: 'POST' | 'PATCH', url: string, payload?: object) => Promise<Sent>
  read: <T>(list: string) => Promise<T>
  newMessage: (key: string, text: string) => Promise<string>
  planned: (messages: string[], more?: object) => object
  campaign: (id: string) => Promise<unknown>
  days: (n: number) => string
}

export function hearWhatPeopleSay({ house, post, send, read, newMessage, planned, campaign, days }: Given): void {
  it('stands beside the campaign by topic for the time before, during and after, with where somebody listened, and nobody in it', async () => {
    const about = await newMessage('cloro-na-agua', 'O cloro torna a água segura.')
    const { id: theirs } = await post('olga', 'campaigns', planned([about], { fromDay: days(-6), toDay: days(-3) }))
    const listened = { channel: 'meeting', place: 'MZ0109', day: days(-8), language: 'por', team: 'Brigada 2' }
    const { id: before } = await post('olga', 'listenings', listened)
    expect((await post('olga', 'listenings', listened)).codes).toEqual(['listening.twice'])
    expect((await post('olga', 'listenings', { ...listened, place: 'MZ010902', day: days(1), team: 'Casa do Sr. Abacar' })).codes).toEqual([
      ...['listening.place', 'listening.in-the-future', 'listening.name'],
    ])
    const hear = (id: string, wording: string, more: object = {}) =>
      post('olga', `listenings/${id}/heard`, { topic: 'water_hygiene', message: about, kind: 'rumour', wording, times: 7, ...more })
    for (const [wording, code] of [
      ['Liguem ao 84 123 4567 para saber', 'listening.number'],
      ['Quem quiser escreve a ana@example.org', 'listening.number'],
      ['Dizem na Rua da Marginal, casa 12, que o cloro mata', 'listening.address'],
      ['O Sr. Abacar diz que o cloro adoece as crianças', 'listening.name'],
    ] as const)
      expect((await hear(before, wording)).codes, wording).toEqual([code])
    const { id: rumour } = await hear(before, 'Dizem que o cloro adoece as crianças')
    await hear(before, 'Onde se troca o balde de 20 litros?', { kind: 'question', times: 2 })
    // Somebody listened in the last days of the campaign and heard nothing; after it nobody listened yet.
    await post('olga', 'listenings', { ...listened, channel: 'radio', day: days(-4), team: 'Rádio' })
    const { id: wrong } = await post('olga', 'listenings', { ...listened, day: days(-1), team: 'Engano' })
    expect((await post('olga', `listenings/${wrong}/strike`, { because: 'Não houve reunião' })).status).toBe(200)
    expect((await hear(wrong, 'Dizem que sim')).codes).toEqual(['listening.struck'])

    type Around = { heard: { time: { sessions: number; places: string[] }[]; lines: { kind: string; counts: object }[]; sums: object } }
    const { heard } = (await campaign(theirs)) as unknown as Around
    expect(heard.sums).toEqual({ before: 9, during: 0, after: 'unknown' })
    expect(heard.lines.map(({ kind, counts }) => [kind, ...Object.values(counts)])).toEqual([
      ['question', 2, 0, 'unknown'],
      ['rumour', 7, 0, 'unknown'],
      ['remark', 0, 0, 'unknown'],
    ])
    expect(heard.time.map(({ sessions, places }) => [sessions, ...places])).toEqual([[1, 'Metuge'], [1, 'Metuge'], [0]])
    for (const [lang, ...said] of [
      ['pt', 'Não se diz que a campanha causou', 'ninguém escutou', 'O que se ouviu antes'],
      ['en', 'It is not claimed that the campaign caused', 'nobody listened', 'Water and hygiene rumours 7 0'],
    ] as const) {
      const { bytes } = await house().ask('olga', { method: 'POST', url: `/api/publications/campaigns/${theirs}/report`, payload: { lang } })
      const text = (await pdfText(bytes)).text?.replace(/\s+/g, ' ')
      if (text) for (const words of said) expect(text).toContain(words)
    }

    // Answered without the name, and cleared by somebody else; other words have to be cleared anew.
    expect((await post('celia', `heard/${rumour}/clear`)).codes).toEqual(['listening.no-answer'])
    expect((await post('olga', `heard/${rumour}/answer`, { answer: 'Telefone para 841234567' })).codes).toEqual(['listening.number'])
    await post('olga', `heard/${rumour}/answer`, { answer: 'O cloro na medida certa não faz mal' })
    expect((await post('olga', `heard/${rumour}/clear`)).codes).toEqual(['message.same-person'])
    expect((await post('celia', `heard/${rumour}/clear`)).status).toBe(200)
    type Session = { id: string; heard: { id: string; clearerName: string | null }[] }
    const clearer = async () => (await read<Session[]>('listenings')).flatMap((each) => each.heard).find(({ id }) => id === rumour)!.clearerName
    expect(await clearer()).toBe('celia')
    await send('olga', 'PATCH', `heard/${rumour}`, { topic: 'water_hygiene', message: about, kind: 'rumour', wording: 'Dizem que o cloro mata', times: 8 })
    expect(await clearer()).toBeNull()
  })
}
