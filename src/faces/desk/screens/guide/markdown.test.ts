import { describe, expect, it } from 'vitest'
import { blocksOf, piecesOf } from './markdown.ts'

describe('the guide’s Markdown', () => {
  it('reads headings, paragraphs over several lines, lists, tables and commands', () => {
    const blocks = blocksOf(
      '## Um\nlinha um\nlinha dois\n\n- a\n  continua\n- b\n\n1. x\n2. y\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n```\nnpm start\n```\n### Fim',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'table', 'code', 'heading'])
    expect(blocks[1]).toEqual({ kind: 'paragraph', text: [{ kind: 'text', text: 'linha um linha dois' }] })
    expect(blocks[2]).toMatchObject({ ordered: false, items: [[{ text: 'a continua' }], [{ text: 'b' }]] })
    expect(blocks[3]).toMatchObject({ ordered: true })
    expect(blocks[4]).toMatchObject({ rows: [[[{ text: '1' }], [{ text: '2' }]]] })
  })

  it('takes a picture that stands alone by its name, and no address of anybody else', () => {
    expect(blocksOf('Texto\n\n![O quadro](relief-gap-1280-pt)')[1]).toEqual({ kind: 'picture', name: 'relief-gap-1280-pt', shows: 'O quadro' })
    expect(blocksOf('![x](https://outro.example/x.png)').map(({ kind }) => kind)).toEqual(['paragraph'])
  })

  it('makes links only of our own pages and of https', () => {
    expect(piecesOf('ver [portal](/pt) ou [mal](javascript:alert(1))').filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', text: 'portal', to: '/pt' },
    ])
  })

  it('keeps a table that ends the text and a fence that never closes', () => {
    expect(blocksOf('| A |\n| - |\n| 1 |')).toHaveLength(1)
    expect(blocksOf('```\nx')).toEqual([{ kind: 'code', text: 'x' }])
  })
})
