/**
 * Compilation of every real workbook of the shared data, warm: milliseconds per form, the largest of them (the REACH multi-sector needs assessment, 321
 * questions and 451 choices) against its bar, and memory. Run: npx tsx bench/xlsform.ts
 */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile, type Workbook } from '../src/engines/xlsform/index.ts'
import { readForm } from '../src/kernel/forms/readForm.ts'
import { bar, machineLoad, median, ms, peakMemory, percentile, say } from './support/measure.ts'

const data = fileURLToPath(new URL('../../shared/data/forms/', import.meta.url))
const folder = `${data}xlsx/`
const needsAssessment = 'reach-msna-2024/REACH_2024_MSNA-kobo-tool_draft_v11.xlsx'
const rounds = 5
const largestAtMostMs = 150

async function measure(): Promise<void> {
  const forms: { name: string; workbook: Workbook }[] = []
  for (const name of [
    ...readdirSync(folder)
      .sort()
      .map((file) => `xlsx/${file}`),
    needsAssessment,
  ]) {
    const workbook = await readForm({ name, path: `${data}${name}` })
    if (!('code' in workbook)) forms.push({ name, workbook })
  }
  const times = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1)
    for (const { name, workbook } of forms) {
      const start = performance.now()
      compile(workbook)
      const took = (performance.now() - start) / 1000
      times.set(name, Math.min(times.get(name) ?? Number.POSITIVE_INFINITY, took))
    }
  const all = [...times.values()]
  say(`${forms.length} workbooks, best of ${rounds}: median ${ms(median(all))}, 95th of 100 ${ms(percentile(all, 0.95))}, ${peakMemory()}, ${machineLoad()}`)
  const [slowest, longest] = [...times].sort((a, b) => b[1] - a[1])[0]!
  say(`  slowest: ${slowest}: ${ms(longest)}`)
  bar('needs assessment', times.get(needsAssessment)! * 1000, largestAtMostMs, ' ms')
}

if (existsSync(folder)) await measure()
else say('skipped: the folder shared/data is missing')
