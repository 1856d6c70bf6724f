/** The tables of an evidence file, from what a donor may be shown. */
import type { Evidence } from './evidenceRead.ts'
import type { EvidenceTable } from './evidenceTables.ts'

const unnamed = 'lugar não dito / place not named'
const unknown = 'desconhecido / unknown'

export function evidenceTables({ figures, products, deliveries, reach, pictures, events, rules, project }: Evidence): EvidenceTable[] {
  return [
    {
      name: 'results.csv',
      about: {
        pt: 'Números aprovados dos resultados do projecto, com método e registos por trás',
        en: 'Approved figures of the results of the project, with method and the records behind them',
      },
      columns: [
        ['Indicador', 'Indicator'],
        ['Nome', 'Name (pt)'],
        ['Nome em inglês', 'Name (en)'],
        ['De', 'From', 'date'],
        ['Até', 'To', 'date'],
        ['Valor', 'Value', 'decimal'],
        ['Se se conhece', 'Whether it is known'],
        ['Unidade', 'Unit'],
        ['Edição', 'Edition', 'integer'],
        ['Método', 'Method'],
        ['O que se conta', 'What is counted (pt)'],
        ['O que se conta, em inglês', 'What is counted (en)'],
        ['Prova', 'Evidence'],
        ['Registos por trás', 'Records behind it', 'integer'],
        ['Impressão digital dos registos', 'Hash of the records'],
      ],
      rows: figures.map(({ indicator, from, to, value, unit, unknown: why, method, edition, evidence, records, recordsHash }) => [
        ...[indicator.code, indicator.name.pt, indicator.name.en, from, to, typeof value === 'number' ? value : null],
        ...[value === 'withheld' ? 'retido / withheld' : value === 'unknown' ? `${unknown}${why ? ` (${why})` : ''}` : 'conhecido / known'],
        ...[unit, edition, method, indicator.counted.pt, indicator.counted.en, evidence, records, recordsHash],
      ]),
    },
    {
      name: 'products.csv',
      about: {
        pt: 'Publicações que dizem o nome do doador, com endereço e impressão digital',
        en: 'Products that say the name of the donor, with address and hash',
      },
      columns: [
        ['Número', 'Number'],
        ['Edição', 'Edition', 'integer'],
        ['Tipo', 'Kind'],
        ['Título', 'Title (pt)'],
        ['Título em inglês', 'Title (en)'],
        ['Publicada em', 'Published on', 'date'],
        ['Substituída', 'Superseded'],
        ['Endereço', 'Address'],
        ['Impressão digital', 'Hash'],
        ['Ficheiros (SHA-256)', 'Files (SHA-256)'],
      ],
      rows: products.map(({ number, edition, kind, title, publishedAt, supersededAt, slug, version, hash, files }) => [
        ...[number, edition, kind, title.pt, title.en, publishedAt.slice(0, 10), supersededAt ? 'sim / yes' : 'não / no', `/publications/${slug}/v${version}`],
        ...[hash, files.map(({ name, sha256 }) => `${name} ${sha256}`).join('; ')],
      ]),
    },
    {
      name: 'deliveries.csv',
      about: { pt: 'O que saiu pelas campanhas do projecto; vazio não é zero', en: 'What went out by the campaigns of the project; empty is not zero' },
      columns: [
        ['Dia', 'Day', 'date'],
        ['Canal', 'Channel'],
        ['O quê', 'What'],
        ['Língua', 'Language'],
        ['Lugar', 'Place'],
        ['Quantos saíram', 'How many went out', 'integer'],
        ['Alcance', 'Reach', 'integer'],
        ['Como se sabe', 'How it is known'],
      ],
      rows: deliveries.map(({ day, channel, what, language, place, placeName, unnamed: hidden, quantity, reach: reached, method }) => [
        ...[day, channel, what, language, hidden ? unnamed : (placeName ?? place), quantity, reached, method ?? unknown],
      ]),
    },
    {
      name: 'reach.csv',
      about: { pt: 'Alcance por canal e por como se sabe; as linhas não se somam', en: 'Reach by channel and by how it is known; the lines are not added up' },
      columns: [
        ['Canal', 'Channel'],
        ['Como se sabe', 'How it is known'],
        ['O que se conta', 'What is counted'],
        ['Alcance', 'Reach', 'integer'],
        ['Quantos saíram', 'How many went out', 'integer'],
        ['Entregas', 'Deliveries', 'integer'],
      ],
      rows: reach.map(({ channel, method, unit, reach: reached, quantity, deliveries: n }) => [channel, method, unit, reached, quantity, n]),
    },
    {
      name: 'pictures.csv',
      about: {
        pt: 'Fotografias desta pasta, com crédito e legenda, que hoje podem ser dadas à imprensa',
        en: 'Pictures of this folder, with credit and caption, that may be given to the press today',
      },
      columns: [
        ['Ficheiro', 'File'],
        ['Legenda', 'Caption (pt)'],
        ['Legenda em inglês', 'Caption (en)'],
        ['Crédito', 'Credit'],
        ['Distrito', 'District'],
        ['Dia', 'Day', 'date'],
        ['Consentimento até', 'Consent until', 'date'],
        ['SHA-256', 'SHA-256'],
      ],
      rows: pictures.map((asset, at) => [
        ...[pictureName(asset, at), asset.captionPt, asset.captionEn, asset.credit, asset.placeName ?? asset.place, asset.takenOn],
        ...[asset.recognisable > 0 ? lastDayOf(asset) : null, asset.publicSha256],
      ]),
    },
    {
      name: 'events.csv',
      about: { pt: 'Eventos abertos ao público com este doador', en: 'Events open to the public with this donor' },
      columns: [
        ['Tipo', 'Kind'],
        ['Título', 'Title (pt)'],
        ['Título em inglês', 'Title (en)'],
        ['Lugar', 'Place'],
        ['Começa (UTC)', 'Starts (UTC)'],
        ['Acaba (UTC)', 'Ends (UTC)'],
        ['Marcas', 'Marks'],
      ],
      rows: events.map(({ kind, title, place, placeName, startsAt, endsAt, leftOff }) => [
        ...(leftOff ? [kind, null, null, unnamed] : [kind, title.pt, title.en, placeName ?? place]),
        ...[leftOff ? startsAt.slice(0, 7) : startsAt, leftOff ? null : endsAt],
        leftOff ? 'de fora: põem pessoas em perigo / left off: they endanger people' : 'usadas / used',
      ]),
    },
    {
      name: 'marks.csv',
      about: {
        pt: 'As marcas que o doador pede, e em quantos lugares ficam de fora',
        en: 'The marks that the donor asks for, and at how many places they are left off',
      },
      columns: [
        ['Marcas', 'Marks'],
        ['Frase', 'Wording (pt)'],
        ['Frase em inglês', 'Wording (en)'],
        ['Em que materiais', 'On which materials'],
        ['De onde vem', 'Where it comes from'],
        ['Lugares sem marcas', 'Places without marks', 'integer'],
        ['Porquê', 'Why'],
      ],
      rows: rules.map(({ marks, wording, materials, agreement, leftOffAt }) => [
        ...[marks, wording.pt, wording.en, materials, agreement ?? project.agreement, leftOffAt.length],
        leftOffAt.length > 0 ? 'põem pessoas em perigo; os lugares não se dizem / they endanger people; the places are not named' : null,
      ]),
    },
  ]
}

/** `at`: its place in the table of pictures. */
export const pictureName = ({ type }: { type: string }, at: number) => `pictures/${String(at + 1).padStart(2, '0')}.${type === 'image/png' ? 'png' : 'jpg'}`

/** The first of the consents to end. */
function lastDayOf({ consents }: Evidence['pictures'][number]): string | null {
  const days = consents.flatMap(({ toDay, withdrawnAt, channels }) => (toDay && !withdrawnAt && channels.includes('press') ? [toDay] : []))
  return days.sort()[0] ?? null
}
