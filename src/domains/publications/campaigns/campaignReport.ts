/**
 * What came of a campaign, on paper: for whom and with what, what went out by channel and whom it reached as far as anybody knows, and how well its messages were understood
 * when they were tested, and what people asked before, during and after. Lines are not added up: one person hears the radio and takes a leaflet.
 */
import { sql } from 'kysely'
import { type Channel, comprehension, type ReachLine } from '../../../engines/message/index.ts'
import { type Content, type Db, type House, type Language, now, type Refused, refuse, refused, today } from '../../../kernel/index.ts'
import { paperFile, printDateRange, printNumber, printPercent } from '../../../kernel/publishing.ts'
import { heardTables } from './heardTables.ts'
import { campaignsNow, deliveriesNow } from './readCampaigns.ts'

const channelNames: Record<Channel, Record<Language, string>> = {
  portal: { pt: 'Portal', en: 'Portal' },
  print: { pt: 'Impresso', en: 'Print' },
  radio: { pt: 'Rádio', en: 'Radio' },
  loudspeaker: { pt: 'Altifalante', en: 'Loudspeaker' },
  theatre: { pt: 'Teatro', en: 'Theatre' },
  brigade: { pt: 'Brigada móvel', en: 'Mobile brigade' },
  meeting: { pt: 'Reunião', en: 'Meeting' },
  sms: { pt: 'SMS', en: 'SMS' },
  voice: { pt: 'Mensagem de voz', en: 'Voice message' },
  social: { pt: 'Redes sociais', en: 'Social media' },
  press: { pt: 'Imprensa', en: 'Press' },
}
const units: Record<ReachLine['unit'], Record<Language, string>> = {
  people: { pt: 'pessoas', en: 'people' },
  handed_out: { pt: 'entregues (não são pessoas)', en: 'handed out (not people)' },
  delivered: { pt: 'recebidas', en: 'delivered' },
  views: { pt: 'visualizações', en: 'views' },
}
const methods: Record<ReachLine['method'], Record<Language, string>> = {
  counted: { pt: 'contado', en: 'counted' },
  estimated: { pt: 'estimado', en: 'estimated' },
  platform: { pt: 'dito pela plataforma', en: 'told by the platform' },
  station_claim: { pt: 'dito pela rádio, sem prova', en: "the station's claim, without proof" },
  unknown: { pt: 'ninguém sabe', en: 'nobody knows' },
}
const words = {
  pt: {
    ...{
      title: 'Relatório de campanha',
      objective: 'Objectivo',
      audience: 'Para quem',
      days: 'Dias',
      government: 'Governo',
      partner: 'Parceiro',
      channel: 'Canal',
    },
    ...{ reach: 'Alcance', of: 'de', how: 'Como se sabe', deliveries: 'Entregas', unknown: 'desconhecido', understood: 'Compreensão de «{key}» no ensaio' },
    noSum: 'As linhas não se somam: a mesma pessoa ouve a rádio e leva um folheto.',
    noTrial: 'Nenhuma mensagem foi ensaiada com pessoas.',
    internal: 'Uso interno e para quem pagou.',
  },
  en: {
    ...{
      title: 'Campaign report',
      objective: 'Objective',
      audience: 'For whom',
      days: 'Days',
      government: 'Government',
      partner: 'Partner',
      channel: 'Channel',
    },
    ...{ reach: 'Reach', of: 'of', how: 'How it is known', deliveries: 'Deliveries', unknown: 'unknown', understood: 'Understanding of "{key}" in trials' },
    noSum: 'The lines are not added up: one person hears the radio and takes a leaflet.',
    noTrial: 'No message was tried with people.',
    internal: 'For internal use and for who paid.',
  },
} as const

type Tried = { key: string; language: string; asked: number; understood: number }

const triedOf = (db: Db, messages: readonly string[]): Promise<Tried[]> =>
  db.rows<Tried>(sql`
    select m.key, t.language, sum(t.asked)::int as asked, sum(t.understood)::int as understood from publications.message_trial t
    join publications.message m on m.id = t.message where m.id = any (${[...messages]}::uuid[]) group by m.key, t.language order by m.key, t.language`)

/** Refusals: `access.not-found`. */
export async function campaignReport(house: House, db: Db, id: string, lang: Language): Promise<(() => Promise<Content>) | Refused> {
  const deliveries = await deliveriesNow(db, { now: now(), lookHours: house.pack.thresholds.emergencyLookHours })
  const campaign = (await campaignsNow(db, { house, today: today(), deliveries })).find((each) => each.id === id)
  if (!campaign) return refused(refuse('access.not-found'))
  const w = words[lang]
  const labelOf = (list: string, code: string) => house.pack.codeLists.get(list)?.codes.find((one) => one.code === code)?.label[lang] ?? code
  const share = (part: number) => printPercent(part * 100, lang)
  const tried = (await triedOf(db, campaign.messages)).flatMap(({ key, language, asked, understood }) => {
    const found = comprehension(understood, asked)
    const said = found && `${share(found.share)} (${share(found.interval.low)} – ${share(found.interval.high)}, n ${asked})`
    return said ? [`${w.understood.replace('{key}', key)}, ${labelOf('messageLanguage', language)}: ${said}`] : []
  })
  const reachOf = ({ reach, quantity, unit }: ReachLine) =>
    reach === null
      ? w.unknown
      : `${printNumber(reach, lang)} ${quantity !== null && unit === 'delivered' ? `${w.of} ${printNumber(quantity, lang)} ` : ''}${units[unit][lang]}`
  const paper = {
    ...{ title: w.title, number: campaign.name[lang] },
    facts: [
      [w.objective, campaign.objective],
      [w.audience, campaign.audience],
      [w.days, printDateRange(campaign.fromDay, campaign.toDay, lang)],
      ...(campaign.partnerName ? [[w.partner, campaign.partnerName]] : []),
      ...(campaign.governmentWords ? [[w.government, campaign.governmentWords]] : []),
    ] as [string, string][],
    columns: [{ title: w.channel }, { title: w.reach, wide: true }, { title: w.how, wide: true }, { title: w.deliveries, number: true }],
    rows: campaign.reach.map((line) => [channelNames[line.channel][lang], reachOf(line), methods[line.method][lang], String(line.deliveries)]),
    notes: [w.noSum, ...(tried.length > 0 ? tried : [w.noTrial])],
    tables: heardTables(campaign.heard, lang, (topic) => labelOf('messageTopic', topic)),
  }
  return () => paperFile(paper, lang, w.internal)
}
