/**
 * A report as a document for a word processor, for an editor who goes on with it: headings, text, what is told and every figure in tables. Office Open XML written by
 * hand, since a report needs no more of it than this. The same report gives the same bytes.
 */
import { strToU8, zipSync } from 'fflate'
import type { Language } from '../../../kernel/index.ts'
import type { ReportFigures } from './reportFigures.ts'
import { type ReportTableRow, type ShownEntry, shownParts } from './reportRows.ts'
import { headings, nameOfReport, reportWords, whenOfReport } from './reportWords.ts'
import type { ReportTexts } from './strategyReport.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
/** XML has no place for control characters, however they got into a note. */
const escaped = (text: string) =>
  text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

type Style = 'Title' | 'Heading1' | 'Quiet' | 'ListBullet'
const run = (text: string, bold = false) => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const paragraph = (runs: string, style?: Style) => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs}</w:p>`
const said = (text: string, style?: Style) =>
  text
    .split('\n')
    .map((line) => paragraph(run(line), style))
    .join('')

/** Twips; together the width of an A4 page between its margins. */
const widths = [750, 3600, 1600, 1500, 1400, 900]
const cells = (texts: string[], bold: (at: number) => boolean) =>
  texts.map((text, at) => `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(run(text, bold(at)))}</w:tc>`).join('')
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9D1D9"/>`

function table(rows: ReportTableRow[], { indicator, now, before, target, reached }: ReturnType<typeof headings>): string {
  if (rows.length === 0) return ''
  const top = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cells(['', indicator, now, before, target, reached], () => true)}</w:tr>`
  const body = rows.map((row) => {
    const name = row.how === '' ? row.name : `${row.name} (${row.how})`
    return `<w:tr>${cells([row.code, name, row.now, row.before, row.target, row.reached], (at) => at === 2 && row.isKnown)}</w:tr>`
  })
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const look = `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`
  return `<w:tbl>${look}${top}${body.join('')}</w:tbl>${paragraph('')}`
}

const told = ({ title, state, details }: ShownEntry) =>
  paragraph(`${run(state === '' ? title : `${title} (${state})`, true)}${details.length > 0 ? run(`. ${details.join(' · ')}`) : ''}`, 'ListBullet')

function body(figures: ReportFigures, texts: ReportTexts, lang: Language): string {
  const words = reportWords[lang]
  const parts = shownParts(figures, texts[lang], lang).map(({ name, links, text, entries, rows }) =>
    [
      said(name, 'Heading1'),
      ...(links === '' ? [] : [said(links, 'Quiet')]),
      ...(text === '' ? [] : [said(text)]),
      ...entries.map(told),
      table(rows, headings(figures, lang)),
    ].join(''),
  )
  return [
    said(`${nameOfReport(figures, lang)}: ${figures.country.name[lang]}`, 'Title'),
    said(whenOfReport(figures, lang), 'Quiet'),
    said(texts[lang].opening),
    ...parts,
    said(words.about, 'Heading1'),
    ...words.notes.map((note) => said(note, 'ListBullet')),
    said(`${words.strategy}: ${figures.strategy.citation}`, 'Quiet'),
  ].join('')
}

const style = (id: Style, about: string, paragraphs: string, runs: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${about}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`
const styles = (lang: Language) =>
  `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/><w:lang w:val="${lang === 'pt' ? 'pt-MZ' : 'en-GB'}"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  style('Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:color w:val="1F5582"/><w:sz w:val="38"/>') +
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:color w:val="1F5582"/><w:sz w:val="25"/>',
  ) +
  style('Quiet', 'Quiet', '', '<w:color w:val="4D5965"/>') +
  `${style('ListBullet', 'List Bullet', '<w:ind w:left="284"/>', '')}</w:styles>`

export function reportDocument(figures: ReportFigures, texts: ReportTexts, lang: Language): Buffer {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1077" w:bottom="1134" w:left="1077" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${word}"><w:body>${body(figures, texts, lang)}${page}</w:body></w:document>`,
    'word/styles.xml': styles(lang),
  }
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), { mtime: '1980-01-01T00:00:00' }))
}
