import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareWithOracle, oracleCases } from './oracle.fixture.ts'

const folder = new URL('../../../../shared/oracles/sdc/', import.meta.url)
const isThere = existsSync(folder)

describe.skipIf(!isThere)(
  `suppression against the published patterns${isThere ? '' : ' (skipped: no folder shared/oracles/sdc beside the repository)'}`,
  () => {
    it.each(oracleCases)('$answer: same sensitive cells, none recoverable, no more withheld', async (one) => {
      const result = await compareWithOracle(one, (file) => readFileSync(new URL(file, folder), 'utf8'))
      expect(result.misses).toEqual([])
      expect(result.rows).toBeGreaterThan(0)
    })
  },
)
