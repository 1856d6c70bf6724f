/** A survey's cleaning proved from the command line: what the log explains, what it does not, and files that are no log. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { argumentsOf } from '../src/command/arguments.ts'
import { formCommand } from '../src/command/forms.ts'
import { isRefused } from '../src/kernel/index.ts'
import { dataPath, hasData } from './support/importing.ts'

type Found = { ok: boolean; explained: object[]; removed: object[]; unexplained: object[]; removedUnexplained: string[]; addedRows: string[] }

/** The command sets the code by which its process ends; a test's own process must not end by it. */
async function replayed(...files: string[]): Promise<{ code: string; ok?: undefined } | Found> {
  const parsed = argumentsOf(['replay', ...files, '--json'])
  if ('problem' in parsed) throw new Error(parsed.problem)
  const answer = await formCommand.run(parsed)
  process.exitCode = 0
  return isRefused(answer) ? { code: answer.refused[0]!.code } : (answer as Found)
}

const survey = (name: string) => dataPath(`forms/cleaningtools/cleaningtools_${name}.csv`)

describe('capulana form replay', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'capulana-replay-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const file = async (name: string, content: string) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }

  it.skipIf(!hasData('forms/cleaningtools/cleaningtools_cleaning_log.csv'))(
    'explains a real survey: 47 cells and 54 rows by its log, nothing left over',
    async () => {
      const found = (await replayed(survey('raw_data'), survey('cleaning_log'), survey('clean_data'))) as Found
      expect([found.ok, found.explained.length, found.removed.length, found.unexplained, found.removedUnexplained]).toEqual([true, 47, 54, [], []])
    },
  )

  it('takes our own log, and names the cell and the row that it does not explain', async () => {
    const raw = await file('raw.csv', 'uuid,n,name\na,4,Ana\nb,70,Bia\nc,1,Caio\n')
    const log = await file('log.csv', '\ufeffuuid,question,issue,old_value,new_value,change_type,reason,turn\nb,n,outlier,70,7,change_response,typing,0\n')
    const clean = await file('clean.csv', 'uuid,n,name\na,5,Ana\nb,7,Bia\n')
    expect(await replayed(raw, log, clean)).toMatchObject({
      ok: false,
      explained: [{ uuid: 'b', question: 'n', raw: '70', clean: '7' }],
      unexplained: [{ uuid: 'a', question: 'n', raw: '4', clean: '5' }],
      removedUnexplained: ['c'],
    })
  })

  it('says which file it cannot use', async () => {
    const rows = await file('rows.csv', 'uuid,n\na,4\n')
    const bare = await file('bare.csv', 'n\n4\n')
    expect(await replayed(rows, rows)).toEqual({ code: 'form.replay-three-files' })
    expect(await replayed(rows, rows, rows)).toEqual({ code: 'form.replay-no-log' })
    expect(await replayed(bare, rows, rows)).toEqual({ code: 'form.replay-no-uuid' })
    expect(await replayed(rows, join(folder, 'nowhere.csv'), rows)).toEqual({ code: 'command.file-not-found' })
  })
})
