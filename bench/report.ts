/**
 * How long the round report takes: first in a fresh process, then warm, against the same report without pictures (bar: at most twice as long), and its weight.
 * Run: npx tsx bench/report.ts
 */
import { fixtureGeometries, fixtureRound } from '../src/domains/displacement/reports/fixture.test-support.ts'
import { roundMap } from '../src/domains/displacement/reports/roundCharts.ts'
import { roundReport } from '../src/domains/displacement/reports/roundReport.ts'
import { contentHash } from '../src/kernel/publish/hash.ts'

const runs = 15
/** 17 districts of 400 corners each, some four times as many as simplified official boundaries have. */
const geometries = fixtureGeometries(100)

/** A different figure each time, so that nothing is answered from the compiler's memory of the last report. */
async function timed(pictures: boolean, run: number): Promise<{ ms: number; bytes: number }> {
  const round = fixtureRound(13)
  round.narrative = { pt: `${round.narrative.pt}\n\nEnsaio ${run}.`, en: round.narrative.en }
  for (const area of round.areas) if (typeof area.individuals === 'number') area.individuals += run
  for (const point of round.trend) if (typeof point.individuals === 'number') point.individuals += run
  const start = performance.now()
  const mapSvg = pictures ? roundMap(round, geometries, 'pt') : null
  const pdf = await roundReport(round, 'pt', { mapSvg, hash: contentHash(round), pictures })
  return { ms: performance.now() - start, bytes: pdf.length }
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const cold = await timed(true, 0)
const withPictures: number[] = []
const without: number[] = []
let plainBytes = 0
for (let run = 1; run <= runs; run++) {
  withPictures.push((await timed(true, run)).ms)
  const plain = await timed(false, run)
  without.push(plain.ms)
  plainBytes = plain.bytes
}
const ratio = median(withPictures) / median(without)
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`round report, cold           ${cold.ms.toFixed(0)} ms, ${Math.round(cold.bytes / 1024)} kB`)
console.log(`round report, warm (median)  ${median(withPictures).toFixed(0)} ms`)
console.log(`without pictures (median)    ${median(without).toFixed(0)} ms, ${Math.round(plainBytes / 1024)} kB`)
console.log(`ratio                        ${ratio.toFixed(2)} (bar: 2.00) ${ratio <= 2 ? 'met' : 'missed'}; peak memory ${peak} MB`)
