/**
 * Slips of 80 mm, one a household: what it received and what is still owed to it, by its code and without a name. Printed beforehand they are empty, to be filled in by hand
 * on a day without tablets. Relief specification, 3.4, 5 and 7.
 */
import { readFileSync } from 'node:fs'
import { type FieldFact, type Standing, standingOf } from '../../../engines/handover/index.ts'
import { compilePdf, printDate } from '../../../kernel/publishing.ts'
import type { ListedEntitlement } from './householdList.ts'
import { type About, named } from './papers.ts'

const words = {
  pt: {
    ...{
      slip: 'Talão de entrega',
      slips: 'Talões de entrega',
      place: 'Ponto',
      day: 'Dia',
      item: 'Artigo',
      entitled: 'Direito',
      handed: 'Entregue',
      owed: 'Em falta',
    },
    ...{ whole: 'Recebeu tudo.', owes: 'Ainda lhe é devido o que está em falta. Guarde este talão.', open: 'Preencher à mão na entrega. Guarde este talão.' },
    foot: 'A ajuda é gratuita: ninguém lhe pode pedir nada em troca.',
  },
  en: {
    ...{ slip: 'Handover slip', slips: 'Handover slips', place: 'Point', day: 'Day', item: 'Item', entitled: 'Entitled', handed: 'Handed', owed: 'Owed' },
    ...{ whole: 'Everything was received.', owes: 'What is missing is still owed to you. Keep this slip.', open: 'To be filled in by hand. Keep this slip.' },
    foot: 'Help is free: nobody may ask anything in return.',
  },
} as const

/** `lines` null: nothing was handed out yet, and the figures are left to the pen. */
type Slip = { household: string; entitled: ListedEntitlement['lines']; lines: Standing['lines'] | null }

export function slipsOf(list: readonly ListedEntitlement[], facts: readonly FieldFact[], households?: readonly string[]): Slip[] {
  const byHousehold = new Map<string, FieldFact[]>()
  for (const fact of facts) byHousehold.set(fact.household, [...(byHousehold.get(fact.household) ?? []), fact])
  const isBeforehand = facts.length === 0
  return list
    .filter(({ household }) => !households || households.includes(household))
    .map((entitled): Slip => {
      const { lines } = standingOf(entitled, byHousehold.get(entitled.household) ?? [])
      return { household: entitled.household, entitled: entitled.lines, lines: isBeforehand ? null : lines }
    })
    .filter(({ lines }) => households || !lines || lines.some(({ handed }) => handed > 0))
}

let template: string | undefined

export function slipPaper(about: About, slips: readonly Slip[]): Uint8Array {
  template ??= readFileSync(new URL('./slips.typ', import.meta.url), 'utf8')
  const { distribution, lang } = about
  const w = words[lang]
  const rowsOf = ({ entitled, lines }: Slip) =>
    entitled.map(({ line, item, quantity }) => {
      const standing = lines?.find((one) => one.line === line)
      const [handed, owed] = standing ? [String(standing.handed), String(standing.owed)] : ['', '']
      return { item: named(about, item), entitled: String(quantity), handed, owed, owes: (standing?.owed ?? 0) > 0 }
    })
  const sumOf = ({ lines }: Slip) => (!lines ? w.open : lines.every(({ owed }) => owed === 0) ? w.whole : w.owes)
  const data = {
    ...{ lang, day: distribution.day, title: `${w.slips} · ${distribution.code}`, head: `${w.slip} · ${distribution.code}`, foot: w.foot },
    facts: [
      [w.place, `${distribution.name} · ${distribution.point}`],
      [w.day, printDate(distribution.day, lang)],
    ],
    columns: [w.item, w.entitled, w.handed, w.owed],
    blank: slips.every(({ lines }) => !lines),
    slips: slips.map((slip) => ({ household: slip.household, rows: rowsOf(slip), sum: sumOf(slip) })),
  }
  return compilePdf({ template, data })
}
