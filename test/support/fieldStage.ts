/** A browser, an office and the line between them, for the stories of the field app. */
import { buildFaces } from '../../src/command/faces.ts'
import { oneAfterAnother } from '../../src/kernel/db/testDatabase.ts'
import { openBadLine } from './badLine.ts'
import { openBrowser } from './browser.ts'
import { openFieldOffice } from './fieldOffice.ts'

export type FieldStage = Awaited<ReturnType<typeof openFieldStage>>

export async function openFieldStage(browserArguments: readonly string[] = []) {
  await oneAfterAnother(buildFaces)
  const office = await openFieldOffice()
  const line = await openBadLine(office.address)
  const browser = await openBrowser(browserArguments)
  return {
    office,
    line,
    browser,
    address: line.address,
    link: await office.linkFor(line.address),
    async close() {
      await browser.close()
      await line.close()
      await office.close()
    },
  }
}
