import { describe, expect, it } from 'vitest'
import { applyRepairs, compile } from '../../engines/xlsform/index.ts'
import { readMarkdown } from './readMarkdown.ts'

const form = (markdown: string) => compile(readMarkdown(markdown))
const codes = (markdown: string) => form(markdown).findings.map(({ code, row, column }) => `${code} ${row ?? ''} ${column ?? ''}`.trim())

const registration = `
| survey  |
|         | type             | name  | label::Português (pt) | label::English (en) | relevant     | calculation | choice_filter  | save_to   |
|         | select_one prov  | prov  | Província             | Province            |              |             |                |           |
|         | select_one dist  | dist  | Distrito              | District            |              |             | prov = \${prov} |           |
|         | begin_repeat     | af    | Agregado              | Household           |              |             |                |           |
|         | integer          | n     | Pessoas               | People              |              |             |                |           |
|         | note             | seen  | São \${n}              | They are \${n}       | \${n} > 0     |             |                |           |
|         | end_repeat       |       |                       |                     |              |             |                |           |
|         | calculate        | total |                       |                     |              | sum(\${n})   |                |           |
|         | text             | site  | Nome do local         | Site name           |              |             |                | site_name |
| choices |
|         | list_name | name   | label::Português (pt) | label::English (en) | prov |
|         | prov      | MZ01   | Cabo Delgado          | Cabo Delgado        |      |
|         | dist      | MZ0101 | Ancuabe               | Ancuabe             | MZ01 |
| settings |
|         | form_title | form_id | version |
|         | Local      | site    | 7       |
| entities |
|         | list_name | label   |
|         | sites     | \${site} |
`

describe('the compiler of forms', () => {
  it('writes a repeat as a template and a first repetition, and bends references to the present one', () => {
    const { xform, findings } = form(registration)
    expect(findings).toEqual([])
    expect(xform).toContain('<af jr:template=""><n/><seen/></af><af><n/><seen/></af>')
    expect(xform).toContain('relevant=" ../n  &gt; 0"')
    expect(xform).toContain('calculate="sum( /data/af/n )"')
    expect(xform).toContain('<value> São <output value=" ../n "/> </value>')
  })

  it('filters a list by an answer and keeps the columns that the filter asks for', () => {
    const { xform } = form(registration)
    expect(xform).toContain(`nodeset="instance('dist')/root/item[prov =  /data/prov ]"`)
    expect(xform).toContain('<item><itextId>dist-0</itextId><name>MZ0101</name><prov>MZ01</prov></item>')
  })

  it('declares the entity that the form makes, once and at the root', () => {
    const { xform } = form(registration)
    expect(xform).toContain('entities:entities-version="2024.1.0"')
    expect(xform).toContain('entities:saveto="site_name"')
    expect(xform).toContain('<setvalue ref="/data/meta/entity/@id" event="odk-instance-first-load" value="uuid()"/>')
  })

  it('gives the same bytes each time', () => {
    expect(form(registration).xform).toBe(form(registration).xform)
  })

  it('lists every question with its path, its type, its choices and the repeat around it', () => {
    const { questions } = form(registration)
    expect(questions.map(({ path, type, repeat }) => [path, type, repeat])).toEqual([
      ['/data/prov', 'select_one', null],
      ['/data/dist', 'select_one', null],
      ['/data/af', 'repeat', null],
      ['/data/af/n', 'integer', '/data/af'],
      ['/data/af/seen', 'note', '/data/af'],
      ['/data/total', 'calculate', null],
      ['/data/site', 'text', null],
    ])
    expect(questions[1]).toMatchObject({ list: 'dist', choices: [{ name: 'MZ0101', labels: { 'Português (pt)': 'Ancuabe' } }] })
    expect(questions.at(-1)).toMatchObject({ saveTo: { list: 'sites', property: 'site_name' } })
  })

  it('takes a question called data for what it is', () => {
    const { xform } = form(`
      | survey |
      | | type | name  | label        | relevant       |
      | | date | data  | Data         |                |
      | | text | quem  | Quem         | \${data} != ''  |`)
    expect(xform).toContain(`relevant=" /data/data  != ''"`)
  })

  it('says all that is wrong in one pass, each with its row and column', () => {
    const found = codes(`
      | survey |
      | | type           | name   | label | relevant   |
      | | txt            | a      | A     |            |
      | | text           | my age | B     |            |
      | | select_one cor | c      | C     | \${idade}>1 |
      | | integer        | idad   | D     |            |
      | | begin group    | g      | G     |            |
      | choices |
      | | list_name | name | label |
      | | cores     | 1    | um    |
      | | cores     | 1    | dois  |`)
    expect(found).toEqual([
      'xlsform.choice-twice 3 name',
      'xlsform.type-unknown-near 2 type',
      'xlsform.name-invalid 3 name',
      'xlsform.begin-without-end 6 type',
      'xlsform.list-unknown-near 4 type',
      'xlsform.reference-unknown-near 4 relevant',
    ])
  })

  it('mends by accepted repairs what a machine can mend', () => {
    const workbook = readMarkdown(`
      | survey |
      | | type           | name   | label |
      | | select_one cor | my age | C     |
      | | begin group    | g      | G     |
      | | integr         | n      | N     |
      | choices |
      | | list_name | name | label |
      | | cores     | 1    | um    |
      | | cores     | 1    | dois  |`)
    const before = compile(workbook)
    expect(before.xform).toBeUndefined()
    const mended = applyRepairs(workbook, before.findings)
    const after = compile(mended)
    expect(after.findings.filter(({ severity }) => severity === 'refuse')).toEqual([])
    expect(after.xform).toContain('<my_age/><g><n/></g>')
    // The workbook that was given is left as it was.
    expect(compile(workbook).xform).toBeUndefined()
  })

  it('offers a place for what it cannot understand: a type, a name, a second column, a calculation that is missing', () => {
    const workbook = readMarkdown(`
      | survey |
      | | type        | name | label | label   | calculation |
      | | db:person   | who  | Who   | Pessoa  |             |
      | | begin group |      | G     | Grupo   |             |
      | | calculate   | sum  |       |         |             |
      | | end group   |      |       |         |             |`)
    const { findings } = compile(workbook)
    const refused = findings.filter(({ severity }) => severity === 'refuse')
    expect(refused.map(({ code, repair }) => [code, repair?.code])).toEqual([
      ['xlsform.column-twice', 'xlsform.repair.set-column-aside'],
      ['xlsform.type-unknown', 'xlsform.repair.type-as-text'],
      ['xlsform.name-missing', 'xlsform.repair.give-name'],
      ['xlsform.calculation-missing', 'xlsform.repair.hide'],
    ])
    const mended = applyRepairs(workbook, refused)
    expect(mended.sheets[0]!.rows[0]!.cells).toMatchObject({ C: 'label', D: 'label_D' })
    expect(compile(mended).xform).toContain('<who/><group_3><sum/></group_3>')
  })

  it('reads curved quotation marks, hidden blanks and 1.0 as their author meant them', () => {
    const { xform } = compile({
      sheets: [
        {
          name: ' Survey ',
          rows: [
            { row: 1, cells: { A: 'Type', B: 'name\u00a0', C: 'label', D: 'relevance' } },
            { row: 3, cells: { A: 'integer', B: 'idade', C: 'Idade', D: null } },
            { row: 4, cells: { A: 'text', B: 'nome', C: 'Nome', D: '${idade} != \u201c\u201d' } },
          ],
        },
        {
          name: 'settings',
          rows: [
            { row: 1, cells: { A: 'version' } },
            { row: 2, cells: { A: 1.0 } },
          ],
        },
      ],
    })
    expect(xform).toContain('relevant=" /data/idade  != &quot;&quot;"')
    expect(xform).toContain('version="1"')
  })

  it('never breaks down, whatever stands in the cells', () => {
    for (const cell of ['${', '${}', '${a', 'begin', 'end group', 'select_one', '<a>&', '=1/0', '\u0000', 'begin repeat', '((', "'"])
      for (const column of ['A', 'B', 'C', 'D', 'E', 'F'])
        expect(() =>
          compile({
            sheets: [
              {
                name: 'survey',
                rows: [
                  { row: 1, cells: { A: 'type', B: 'name', C: 'label', D: 'calculation', E: 'parameters', F: 'trigger' } },
                  { row: 2, cells: { A: 'text', B: 'a', C: 'A' } },
                  { row: 3, cells: { A: 'text', B: 'b', C: 'B', [column]: cell } },
                ],
              },
            ],
          }),
        ).not.toThrow()
  })
})
