/**
 * The evidence file of one project and a period, for its donor: tables, pictures, the IATI file where the project has one, an index on paper in each language with the SHA-256 of every
 * file, and the same sums for a machine. Strategy: chapter on communications and visibility (reach for visibility).
 */
import { strToU8, zipSync } from 'fflate'
import {
  audit,
  type Bilingual,
  type Content,
  type Db,
  type House,
  isRefused,
  type Language,
  now,
  type Refused,
  refuse,
  refused,
  today,
} from '../../../kernel/index.ts'
import { type Paper, paperFile, printDate, printDateRange, printNumber, sha256 } from '../../../kernel/publishing.ts'
import { iatiFileOf, Project } from '../../../registry/results/index.ts'
import { evidenceTables, pictureName } from './evidenceFiles.ts'
import { type Evidence, type EvidenceAsked, evidenceOf } from './evidenceRead.ts'
import { tableBytes } from './evidenceTables.ts'

type Part = { name: string; bytes: Uint8Array; about: Bilingual; lines: number | null }

const words = {
  pt: {
    ...{
      title: 'Pasta de evidências',
      donor: 'Doador',
      project: 'Projecto',
      period: 'Período',
      made: 'Feita em',
      file: 'Ficheiro',
      holds: 'O que traz',
      lines: 'Linhas',
    },
    ...{ picture: 'Fotografia', iati: 'O projecto em IATI 2.03', noIati: 'Sem ficheiro IATI: a missão ou o projecto ainda não tem identificador IATI.' },
    campaigns: (names: string) => `Campanhas cuja linha do orçamento diz o código do projecto: ${names}.`,
    noCampaigns: 'Nenhuma campanha diz o código do projecto na sua linha do orçamento: não há entregas nem alcance.',
    noSum: 'O alcance não se soma por canais: a mesma pessoa ouve a rádio e leva um folheto. O que ninguém contou fica vazio e não é zero.',
    marks: (n: string) =>
      `Lugares onde as marcas ficam de fora, porque aí põem pessoas em perigo: ${n}. Não se diz quais, e o que lá aconteceu não se liga ao doador.`,
    kept: (products: string, pictures: string, events: string) =>
      `Ficou fora desta pasta: publicações sobre lugares sem marcas, ${products}; fotografias que hoje não podem ser dadas a outros, ${pictures}; eventos que o público não conhece, ${events}.`,
    pictures: 'As fotografias valem hoje. Quando um consentimento acaba, quem as recebeu deixa de as usar: pergunte à missão antes de cada uso.',
    sums: 'SHA256SUMS traz as mesmas somas para uma máquina (sha256sum -c SHA256SUMS).',
    handling: 'Para o doador do projecto.',
  },
  en: {
    ...{ title: 'Evidence file', donor: 'Donor', project: 'Project', period: 'Period', made: 'Made on', file: 'File', holds: 'What it holds', lines: 'Lines' },
    ...{ picture: 'Picture', iati: 'The project as IATI 2.03', noIati: 'No IATI file: the mission or the project has no IATI identifier yet.' },
    campaigns: (names: string) => `Campaigns whose budget line says the code of the project: ${names}.`,
    noCampaigns: 'No campaign says the code of the project in its budget line: there are no deliveries and no reach.',
    noSum: 'Reach is not added up over channels: one person hears the radio and takes a leaflet. What nobody counted is empty and not zero.',
    marks: (n: string) =>
      `Places where the marks are left off, because there they endanger people: ${n}. Which ones is not said, and what happened there is not tied to the donor.`,
    kept: (products: string, pictures: string, events: string) =>
      `Left out of this file: products about places without marks, ${products}; pictures that may not be given to others today, ${pictures}; events that the public does not know, ${events}.`,
    pictures: 'The pictures hold today. When a consent ends, whoever received them stops using them: ask the mission before each use.',
    sums: 'SHA256SUMS holds the same sums for a machine (sha256sum -c SHA256SUMS).',
    handling: 'For the donor of the project.',
  },
} as const

async function partsOf(house: House, evidence: Evidence): Promise<Part[]> {
  const tables = evidenceTables(evidence)
  const written = await Promise.all(
    tables.map(async (table) => ({ name: table.name, bytes: await tableBytes(table), about: table.about, lines: table.rows.length })),
  )
  const pictures = await Promise.all(
    evidence.pictures.map(async (asset, at): Promise<Part[]> => {
      const bytes = await house.files.get(asset.publicSha256)
      const about = { pt: `${words.pt.picture}: ${asset.captionPt}. ${asset.credit}`, en: `${words.en.picture}: ${asset.captionEn}. ${asset.credit}` }
      return bytes ? [{ name: pictureName(asset, at), bytes, about, lines: null }] : []
    }),
  )
  return [...written, ...pictures.flat()]
}

async function indexOf(evidence: Evidence, parts: readonly Part[], lang: Language, hasIati: boolean): Promise<Part> {
  const w = words[lang]
  const { project, donor, asked, campaigns, keptBack } = evidence
  const n = (count: number) => printNumber(count, lang)
  const paper: Paper = {
    ...{ title: w.title, number: project.code, flipped: true },
    facts: [
      [w.donor, donor],
      [w.project, project.name[lang]],
      [w.period, printDateRange(asked.from, asked.to, lang)],
      [w.made, printDate(today(), lang)],
    ],
    columns: [{ title: w.file }, { title: w.holds, wide: true }, { title: w.lines, number: true }, { title: 'SHA-256', wide: true }],
    // A sum has no blank at which its line could break.
    rows: parts.map(({ name, about, lines, bytes }) => [breakable(name, 24), about[lang], lines === null ? '–' : n(lines), breakable(sha256(bytes), 32)]),
    notes: [
      campaigns.length > 0 ? w.campaigns(campaigns.map((name) => name[lang]).join(', ')) : w.noCampaigns,
      w.noSum,
      ...(keptBack.places > 0 ? [w.marks(n(keptBack.places))] : []),
      w.kept(n(keptBack.products), n(keptBack.pictures), n(keptBack.events)),
      w.pictures,
      ...(hasIati ? [] : [w.noIati]),
      w.sums,
    ],
  }
  const { content } = await paperFile(paper, lang, w.handling)
  return { name: `index-${lang}.pdf`, bytes: content as Uint8Array, about: { pt: '', en: '' }, lines: null }
}

const breakable = (text: string, every: number) => (text.length <= every ? text : (text.match(new RegExp(`.{1,${every}}`, 'g')) ?? []).join('\n'))

/** Refusals: `access.not-found`, `publish.period-reversed`, those of the catalogue. Making one leaves a line. */
export async function evidenceArchive(house: House, db: Db, asked: EvidenceAsked): Promise<(() => Promise<Content>) | Refused> {
  if (asked.from > asked.to) return refused(refuse('publish.period-reversed'))
  const evidence = await evidenceOf(house, db, asked)
  if (isRefused(evidence)) return evidence
  const { project } = evidence
  const iati = await iatiFileOf(house, db, project.id, now())
  await audit(db, 'evidence.make', Project.name, project.id, { from: asked.from, to: asked.to })
  return async () => {
    const parts = await partsOf(house, evidence)
    if (!isRefused(iati)) parts.push({ name: 'iati.xml', bytes: strToU8(iati), about: { pt: words.pt.iati, en: words.en.iati }, lines: null })
    const hasIati = !isRefused(iati)
    const whole = [await indexOf(evidence, parts, 'pt', hasIati), await indexOf(evidence, parts, 'en', hasIati), ...parts]
    const sums = whole.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('')
    const files = Object.fromEntries([...whole.map(({ name, bytes }) => [name, bytes] as const), ['SHA256SUMS', strToU8(sums)] as const])
    return { content: zipSync(files), type: 'application/zip', name: `evidence-${project.code}-${asked.from}-${asked.to}.zip` }
  }
}
