import { describe, expect, it } from 'vitest'
import { compile } from '../../engines/xlsform/index.ts'
import { readMarkdown } from './readMarkdown.ts'

const form = (markdown: string) => compile(readMarkdown(markdown))

const household = (flat: string) =>
  form(`
    | survey |
    | | type        | name  | label::Português (pt) | relevant               | read_only   |
    | | integer     | n     | Pessoas               |                        |             |
    | | begin group | who   | Quem                  | \${n} > 0 or \${n} = -1  | \${n} = 9    |
    | | text        | head  | Chefe                 |                        |             |
    | | begin group | more  | Mais                  |                        |             |
    | | text        | phone | Telefone              | \${head} != ''          |             |
    | | begin repeat| child | Criança               |                        |             |
    | | begin group | about | Sobre                 |                        |             |
    | | integer     | age   | Idade                 |                        |             |
    | | end group   |       |                       |                        |             |
    | | text        | class | Classe                | \${age} > 5             |             |
    | | end repeat  |       |                       |                        |             |
    | | end group   |       |                       |                        |             |
    | | end group   |       |                       |                        |             |
    | settings |
    | | flat    |
    | | ${flat} |`)

describe('a flat form', () => {
  it('leaves groups out of the answers and of every path, and keeps repeats', () => {
    const { xform, findings, questions } = household('yes')
    expect(findings).toEqual([])
    expect(xform).toContain('<n/><head/><phone/><child jr:template=""><age/><class/></child><child><age/><class/></child><meta>')
    expect(xform).toContain('nodeset="/data/child/class" type="string" relevant=" ../age  &gt; 5"')
    expect(questions.map(({ path }) => path)).toEqual(['/data/n', '/data/head', '/data/phone', '/data/child', '/data/child/age', '/data/child/class'])
    expect(household('no').xform).toContain('<who><head/><more><phone/>')
  })

  it('shows its groups with their own words', () => {
    const { xform } = household('yes')
    expect(xform).toContain(`<group><label ref="jr:itext('/data:label')"/><input ref="/data/head">`)
    expect(xform).toContain(`<group><label ref="jr:itext('/data:2:label')"/><input ref="/data/phone">`)
    expect(xform).toContain('<text id="/data:label"><value>Quem</value></text>')
    expect(xform).toContain('<text id="/data:2:label"><value>Mais</value></text>')
    expect(xform).toContain('<text id="/data/child:label"><value>Criança</value></text>')
    expect(xform).toContain('<text id="/data/child:2:label"><value>Sobre</value></text>')
  })

  it('puts the conditions of a group on what stands in it, together with its own', () => {
    const { xform } = household('yes')
    const group = ' /data/n  &gt; 0 or  /data/n  = -1'
    expect(xform).toContain(`nodeset="/data/head" type="string" relevant="${group}" readonly=" /data/n  = 9"`)
    expect(xform).toContain(`nodeset="/data/phone" type="string" relevant="(${group}) and ( /data/head  != '')" readonly=" /data/n  = 9"`)
    expect(xform).toContain(`nodeset="/data/child" relevant="${group}"`)
    expect(xform).toContain('nodeset="/data/child/age" type="int"/>')
  })

  it('refuses two questions of one name in two groups, which would overwrite each other', () => {
    const twins = (flat: string) =>
      form(`
        | survey |
        | | type        | name | label |
        | | begin group | a    | A     |
        | | text        | name | Nome  |
        | | end group   |      |       |
        | | begin group | b    | B     |
        | | text        | name | Nome  |
        | | end group   |      |       |
        | settings |
        | | flat    |
        | | ${flat} |`).findings.map(({ code, row }) => [code, row])
    expect(twins('no')).toEqual([])
    expect(twins('yes')).toEqual([['xlsform.name-twice', 6]])
  })
})
