/** What the pipeline brings to the domain. */
import { PipelineLine } from './pipelineLine.ts'
import { pipelineRoutes } from './pipelineRoutes.ts'
import { pipelineSentences } from './pipelineSentences.ts'

export const pipelineParts = { records: [PipelineLine], routes: pipelineRoutes, sentences: pipelineSentences }
