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

  it('makes links only of our own pages and of https', () => {
    expect(piecesOf('ver [portal](/pt) ou [mal](javascript:alert(1))').filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', text: 'portal', to: '/pt' },
    ])
  })

  it('takes pictures that stand alone, of its own folder and of no other', () => {
    const two = '![Um](pictures/um.png)\n![Dois](pictures/dois.png)\n\n![Fora](https://example.org/x.png)'
    expect(blocksOf(two)).toMatchObject([
      {
        kind: 'pictures',
        pictures: [
          { name: 'um.png', words: 'Um' },
          { name: 'dois.png', words: 'Dois' },
        ],
      },
      { kind: 'paragraph' },
    ])
  })

  it('keeps a table that ends the text and a fence that never closes', () => {
    expect(blocksOf('| A |\n| - |\n| 1 |')).toHaveLength(1)
    expect(blocksOf('```\nx')).toEqual([{ kind: 'code', text: 'x' }])
  })
})
