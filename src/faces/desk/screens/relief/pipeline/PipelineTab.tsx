/** The pipeline: the weeks of every item, a proposal for too little, and what is on its way. */
import '../askAndGap.css'
import { useState } from 'react'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { usePipeline } from '../../../api/pipeline.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { Files } from '../Files.tsx'
import { Board } from './Board.tsx'
import { Losses } from './Losses.tsx'
import { NewLine } from './NewLine.tsx'
import { PipelineLines } from './PipelineLines.tsx'
import { ProposalPart } from './ProposalPart.tsx'
import { WhatIf } from './WhatIf.tsx'

export function PipelineTab() {
  const { t } = useWords()
  const manages = useHolds('pipeline')
  const proposes = useHolds('pipeline', 'clusterCoordinator')
  const { data, error } = usePipeline()
  const [tried, setTried] = useState({ item: '', less: 0 })
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const items = data.board.map(({ item }) => item)
  return (
    <>
      {items.length === 0 && <Empty title={t('pipe.none')}>{t('pipe.noneNote')}</Empty>}
      {items.length > 0 && (
        <>
          <h2>{t('pipe.board')}</h2>
          <p className="small quiet">{t('pipe.boardNote', { percent: data.confidentPercent })}</p>
          <WhatIf board={data.board} tried={tried} onTry={setTried} />
          <Board pipeline={data} tried={tried} />
          <Files path="/api/relief/pipeline" />
          {proposes && <ProposalPart items={items} />}
        </>
      )}
      <PipelineLines lines={data.lines} names={data.names} manages={manages} />
      {manages && <NewLine />}
      <Losses losses={data.losses} />
    </>
  )
}
