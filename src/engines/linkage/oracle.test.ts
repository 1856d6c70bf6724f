import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { febrlCases, linkFebrl } from './febrl.fixture.ts'

const folder = new URL('../../../../shared/oracles/febrl/', import.meta.url)
const isThere = existsSync(folder)

describe.skipIf(!isThere)(`persons of the FEBRL generator${isThere ? '' : ' (skipped: no folder shared/oracles/febrl beside the repository)'}`, () => {
  it.each(febrlCases)('$name: F1 at least $f1 on the people that the threshold was not chosen on', (one) => {
    const { misses, heldOut } = linkFebrl(one, (file) => readFileSync(new URL(file, folder), 'utf8'))
    expect(misses).toEqual([])
    expect(heldOut.real).toBeGreaterThan(200)
  })
})
