/** What if more of one item left now: the weeks of the board move with the slider, and nothing is written. */
import { NativeSelect, Slider } from '@mantine/core'
import { number } from '../../../../portal/numbers.ts'
import type { BoardRow } from '../../../api/pipeline.ts'
import { useWords } from '../../../words/words.ts'

export type Tried = { item: string; less: number }

type Given = { board: readonly BoardRow[]; tried: Tried; onTry: (tried: Tried) => void }

export function WhatIf({ board, tried: { item, less }, onTry }: Given) {
  const { t, language } = useWords()
  const most = Math.max(1, board.find((row) => row.item === item)?.onHand ?? 1)
  return (
    <div className="side-by-side what-if">
      <NativeSelect
        label={t('pipe.whatIfItem')}
        value={item}
        onChange={({ currentTarget }) => onTry({ item: currentTarget.value, less: 0 })}
        data={[{ value: '', label: t('reconcile.choose') }, ...board.map((row) => ({ value: row.item, label: row.item }))]}
      />
      {item !== '' && (
        <div>
          <p className="small">{t('pipe.whatIf', { n: number(less, language) })}</p>
          <Slider
            min={0}
            max={most}
            step={Math.max(1, Math.round(most / 100))}
            value={less}
            onChange={(value) => onTry({ item, less: value })}
            label={null}
            thumbLabel={t('pipe.whatIf', { n: number(less, language) })}
          />
        </div>
      )}
    </div>
  )
}
