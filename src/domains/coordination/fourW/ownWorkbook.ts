/**
 * The activities that somebody may read as the workbook that the wizard takes in again: a partner mends its rows of last month and uploads them, and a row that was left
 * as it is is known, and not new.
 */
import { sql } from 'kysely'
import { type Bilingual, type Db, type House, type Language, today } from '../../../kernel/index.ts'
import { collectBytes } from '../../../kernel/publishing.ts'
import { type OutColumn, writeXlsx } from '../../../kernel/tables.ts'
import type { ActivityState } from './activity.ts'
import { wordOfEvidence } from './import/evidenceWords.ts'
import { wordOfStatus } from './import/statusWords.ts'
import type { ReachEvidence } from './reach.ts'

type Written = string | number | null
type Row = Record<string, Written> & { sector: string; modality: string | null; kind: string; status: ActivityState | null; reachKnownBy: ReachEvidence | null }
type Told = { labels: Bilingual; hxl: string; kind?: OutColumn['kind']; of(row: Row, words: Words): Written }
type Words = { language: Language; label(list: string, code: string | null): string | null }

const told = (pt: string, en: string, hxl: string, of: Told['of'], kind: OutColumn['kind'] = 'text'): Told => ({ labels: { pt, en }, hxl, of, kind })
const plain = (pt: string, en: string, hxl: string, name: string, kind: OutColumn['kind'] = 'text') => told(pt, en, hxl, (row) => row[name] ?? null, kind)
const figure = (pt: string, en: string, hxl: string, name: string) => plain(pt, en, hxl, name, 'integer')

const columns: readonly Told[] = [
  plain('Código da actividade', 'Activity code', '#activity+code', 'externalId'),
  plain('Organização', 'Organisation', '#org', 'organisation'),
  told('Tipo de organização', 'Organisation type', '#org+type', ({ kind }, { label }) => label('organisationKind', kind)),
  plain('Parceiro de implementação', 'Implementing partner', '#org+impl', 'implementer'),
  plain('Financiador', 'Funder', '#org+funder', 'funder'),
  told('Sector', 'Sector', '#sector', ({ sector }, { label }) => label('sector', sector)),
  plain('Tipo de actividade', 'Activity type', '#activity+type', 'activityType'),
  plain('Descrição', 'Description', '#activity', 'description'),
  told('Modalidade', 'Modality', '#modality', ({ modality }, { label }) => label('modality', modality)),
  plain('Ocorrência', 'Event', '#event', 'event'),
  plain('Código do projecto', 'Project code', '#project+code', 'projectCode'),
  plain('Código da província', 'Province code', '#adm1+code', 'adm1Code'),
  plain('Código do distrito', 'District code', '#adm2+code', 'adm2Code'),
  plain('Código do posto', 'Post code', '#adm3+code', 'adm3Code'),
  plain('Lugar', 'Place', '#adm+name', 'placeName'),
  plain('Local', 'Location', '#loc+name', 'location'),
  figure('Agregados previstos', 'Households targeted', '#targeted+hh', 'targetedHouseholds'),
  figure('Pessoas previstas', 'People targeted', '#targeted+ind', 'targetedPeople'),
  figure('Agregados alcançados', 'Households reached', '#reached+hh', 'reachedHouseholds'),
  figure('Pessoas alcançadas', 'People reached', '#reached+ind', 'reachedPeople'),
  figure('Mulheres alcançadas', 'Women reached', '#reached+f+adults', 'reachedWomen'),
  figure('Homens alcançados', 'Men reached', '#reached+m+adults', 'reachedMen'),
  figure('Raparigas alcançadas', 'Girls reached', '#reached+f+children', 'reachedGirls'),
  figure('Rapazes alcançados', 'Boys reached', '#reached+m+children', 'reachedBoys'),
  told('Como se soube', 'How it is known', '#reached+method', ({ reachKnownBy }, { language }) =>
    reachKnownBy === null ? null : wordOfEvidence(reachKnownBy, language),
  ),
  plain('Início', 'Start', '#date+start', 'fromDay', 'date'),
  plain('Fim', 'End', '#date+end', 'toDay', 'date'),
  told('Estado', 'Status', '#status', ({ status }, { language }) => (status === null ? null : wordOfStatus(status, language))),
  plain('Comentário', 'Comment', '#comment', 'comment'),
]

/** A district that a person chose for one that ended is written as the file wrote it: nobody has said since where exactly it was. */
const rowsOf = (db: Db): Promise<Row[]> =>
  db.rows<Row>(sql`
    select a.*, o.name as organisation, o.kind, i.name as implementer, f.name as funder, c.words as comment, p.name as place_name,
      case p.level when 1 then p.pcode when 2 then p1.pcode when 3 then p2.pcode end as adm1_code,
      case when a.place_unsure then coalesce((select min(former.name) from places.alias former where former.place = p.id and former.kind = 'code'), p.pcode)
        else case p.level when 2 then p.pcode when 3 then p1.pcode end end as adm2_code, case p.level when 3 then p.pcode end as adm3_code
    from coordination.activity a join organisations.organisation o on o.id = a.organisation
    left join organisations.organisation i on i.id = a.implementer left join organisations.organisation f on f.id = a.funder
    left join coordination.activity_comment c on c.activity = a.id
    left join places.place p on p.id = a.place left join places.place p1 on p1.id = p.parent left join places.place p2 on p2.id = p1.parent
    order by a.external_id, a.id`)

export async function ownWorkbook(db: Db, { pack }: House, language: Language) {
  const words: Words = {
    language,
    label: (list, code) => (code === null ? null : (pack.codeLists.get(list)?.codes.find((one) => one.code === code)?.label[language] ?? code)),
  }
  const rows = await rowsOf(db)
  const table = {
    ...{ title: '4W', language, columns: columns.map(({ labels, hxl, kind = 'text' }): OutColumn => ({ name: hxl, labels, hxl, kind })) },
    rows: rows.map((row) => columns.map(({ of }) => of(row, words))),
  }
  const content = await collectBytes((out) => writeXlsx(table, out))
  return { content, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name: `4w-${today()}.xlsx` }
}
