/** Presses what prints, as a person does, and opens what came: a PDF with at least one page. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pdfText } from './pdfText.ts'

export async function opensPapers(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    const press = page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
    const [download] = await Promise.all([page.waitForEvent('download'), press.first().click()])
    const bytes = await readFile(await download.path())
    expect([bytes.subarray(0, 5).toString('latin1'), (await pdfText(bytes)).pages > 0], name).toEqual(['%PDF-', true])
  }
}
