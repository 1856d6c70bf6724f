/** What is said of a public file of single answers, on its page, in its README and in its dictionary. */
import type { Bilingual, House } from '../../../../kernel/index.ts'
import type { SurveyRow } from '../survey.ts'
import { merged, weightColumn } from './coarsen.ts'
import type { Offered } from './columns.ts'
import type { MicrodataRisk, MicrodataRow } from './microdata.ts'

export const microdataKind = 'survey-microdata'

type Column = { name: string; label: Bilingual; isKey: boolean; kind: Offered['kind'] | 'weight'; values: { code: string; label: Bilingual }[] }

export type PublicMicrodata = {
  format: 'capulana-public-microdata-1'
  survey: { code: string; title: Bilingual; slug: string; resultsHash: string }
  country: { iso3: string }
  from: string
  to: string
  records: number
  columns: Column[]
  risk: MicrodataRisk
  limitPercent: number
  reason: string
  tableHash: string
  facts: Record<'pt' | 'en', [name: string, value: string][]>
  licence: string
  credit: string
}

const weight: Omit<Column, 'name'> = {
  label: { pt: 'Ponderador: quantos agregados representa', en: 'Weight: how many households it stands for' },
  isKey: true,
  kind: 'weight',
  values: [],
}
const mergedLabel: Bilingual = { pt: 'Respostas raras, juntas', en: 'Rare answers, merged' }

function columnsOf({ columns, withWeights }: MicrodataRow, offered: readonly Offered[]): Column[] {
  const chosen = columns.flatMap(({ question, isKey, merge = [] }): Column[] => {
    const known = offered.find((each) => each.question === question)
    if (!known) return []
    const kept = known.choices.filter(({ code }) => !merge.includes(code))
    return [{ name: question, label: known.label, isKey, kind: known.kind, values: merge.length > 0 ? [...kept, { code: merged, label: mergedLabel }] : kept }]
  })
  return withWeights ? [...chosen, { name: weightColumn, ...weight }] : chosen
}

/** One digit of a share below one in a hundred says nothing; two do. */
const percentIn = (share: number, language: 'pt' | 'en') =>
  `${(100 * share).toLocaleString(language === 'pt' ? 'pt-PT' : 'en-GB', { maximumFractionDigits: 2 })} %`

type Told = Pick<PublicMicrodata, 'records' | 'risk' | 'limitPercent' | 'reason' | 'columns' | 'survey' | 'tableHash'>

function factsIn(language: 'pt' | 'en', { records, risk, limitPercent, reason, columns, survey, tableHash }: Told): [string, string][] {
  const names = (isKey: boolean) => columns.filter((column) => column.isKey === isKey).map(({ name }) => name)
  const keys = names(true).join(', ')
  const others = names(false).join(', ')
  const percent = (share: number) => percentIn(share, language)
  if (language === 'pt')
    return [
      ['Registos', `${records}; cada um é um agregado que respondeu. A ordem das linhas não diz nada.`],
      ['Fora do ficheiro', 'Nomes, contactos, dias, lugares abaixo do estrato, códigos de unidades, pontos, fotografias e palavras escritas. Nunca entram.'],
      ['Colunas que outros podem conhecer', keys],
      ['Outras colunas', others === '' ? 'nenhuma' : `${others}. ${reason}`],
      ['k-anonimato', `${risk.kAnonymity}: o menor grupo de registos iguais nessas colunas. Registos sem igual: ${risk.unique}.`],
      ['Risco global', `${percent(risk.global)} (limite para publicar: menos de ${limitPercent} %). Benedetti e Franconi 1998.`],
      ['Risco individual mais alto', percent(risk.highest)],
      ['Não tente', 'Não tente reconhecer ninguém nem juntar este ficheiro a outros para isso. Se reconhecer alguém, diga à missão e não o divulgue.'],
      [
        'Números publicados',
        `Os do inquérito ${survey.code} (impressão digital ${survey.resultsHash}). Com colunas juntas ou sem ponderadores, este ficheiro pode dar outros.`,
      ],
      ['Impressão digital das linhas', tableHash],
    ]
  return [
    ['Records', `${records}; each is a household that answered. The order of the rows says nothing.`],
    ['Not in the file', 'Names, contacts, days, places below the stratum, codes of units, points, photographs and written words. They never are.'],
    ['Columns that others may know', keys],
    ['Other columns', others === '' ? 'none' : `${others}. ${reason}`],
    ['k-anonymity', `${risk.kAnonymity}: the smallest group of records alike in these columns. Records without their like: ${risk.unique}.`],
    ['Global risk', `${percent(risk.global)} (limit for publishing: below ${limitPercent} %). Benedetti and Franconi 1998.`],
    ['Highest individual risk', percent(risk.highest)],
    ['Do not try', 'Do not try to recognise anybody, nor join this file to others for it. If you recognise somebody, tell the mission and do not pass it on.'],
    ['Published figures', `Those of the survey ${survey.code} (hash ${survey.resultsHash}). With merged columns or without weights this file may give others.`],
    ['Hash of the rows', tableHash],
  ]
}

export function publicMicrodata(house: House, survey: SurveyRow, row: MicrodataRow, offered: readonly Offered[]): PublicMicrodata {
  const told = {
    survey: { code: survey.code, title: survey.title, slug: survey.slug!, resultsHash: survey.resultsHash! },
    ...{ records: row.records, columns: columnsOf(row, offered), risk: row.risk, reason: row.reason, tableHash: row.tableHash },
    limitPercent: house.pack.thresholds.microdataRiskPercent,
  }
  return {
    format: 'capulana-public-microdata-1',
    ...told,
    country: { iso3: house.pack.country.iso3 },
    ...{ from: survey.collectedFrom!, to: survey.collectedTo! },
    facts: { pt: factsIn('pt', told), en: factsIn('en', told) },
    ...{ licence: survey.licence?.trim() ?? '', credit: survey.credit?.trim() ?? '' },
  }
}
