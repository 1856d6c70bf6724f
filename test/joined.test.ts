/** A program is joined from its sources and run by plain Node: what runs is what is read, today's state of it, with the lines of the sources. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const runner = fileURLToPath(new URL('../bin/run.mjs', import.meta.url))
const run = async (file: string) => (await promisify(execFile)(process.execPath, [runner, file, 'Pemba'])).stdout.trim()

let folder: string
let program: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capulana-joined-'))
  program = join(folder, 'program.ts')
  await writeFile(join(folder, 'greeting.ts'), "export const greeting = (place: string): string => 'Bom dia, ' + place\n")
  await writeFile(program, "import { greeting } from './greeting.ts'\nconsole.log(greeting(process.argv[2]!), import.meta.url.endsWith('/program.ts'))\n")
})
afterAll(() => rm(folder, { recursive: true }))

it('runs the sources as they stand, and a part that was changed since as it stands now', async () => {
  expect(await run(program)).toBe('Bom dia, Pemba true')
  await writeFile(join(folder, 'greeting.ts'), "export const greeting = (place: string): string => 'Boa tarde, ' + place\n")
  expect(await run(program)).toBe('Boa tarde, Pemba true')
})

it('names the line of the source where something went wrong', async () => {
  await writeFile(join(folder, 'greeting.ts'), "type Never = never\n\nexport function greeting(place: string): string {\n  throw new Error('no ' + place)\n}\n")
  await expect(run(program)).rejects.toThrow(/greeting\.ts:4/)
})
