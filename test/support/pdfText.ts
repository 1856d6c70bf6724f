/** The text of a PDF and its number of pages, by the reader that the machine has; without one the test says so and asks nothing of the text. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const pdftotext = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'].find(existsSync)

/** `text` is null where no reader is installed. */
export async function pdfText(bytes: Uint8Array): Promise<{ pages: number; text: string | null }> {
  const pages =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  if (!pdftotext) return { pages, text: null }
  const folder = await mkdtemp(join(tmpdir(), 'capulana-pdf-'))
  try {
    await writeFile(join(folder, 'one.pdf'), bytes)
    const text = execFileSync(pdftotext, [join(folder, 'one.pdf'), '-'], { encoding: 'utf8' })
    // A page ends with a form feed.
    return { pages: text.split('\f').length - 1, text }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
