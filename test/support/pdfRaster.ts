/** Pages of a PDF as a camera would see them: grey pictures by the reader that the machine has; null where none is installed. And what happens to paper. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'

/** One byte a dot, 0 black to 255 white. */
export type Picture = { width: number; height: number; grey: Uint8Array }

const pdftoppm = ['/usr/bin/pdftoppm', '/usr/local/bin/pdftoppm', '/opt/homebrew/bin/pdftoppm'].find(existsSync)

function readPgm(bytes: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'))!
  return { width: Number(head[1]), height: Number(head[2]), grey: new Uint8Array(bytes.subarray(head[0].length)) }
}

export async function pdfPages(pdf: Uint8Array, dotsPerInch: number): Promise<Picture[] | null> {
  if (!pdftoppm) return null
  const folder = await mkdtemp(join(tmpdir(), 'capulana-raster-'))
  try {
    await writeFile(join(folder, 'one.pdf'), pdf)
    execFileSync(pdftoppm, ['-gray', '-r', String(dotsPerInch), join(folder, 'one.pdf'), join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort()
    return await Promise.all(names.map(async (name) => readPgm(await readFile(join(folder, name)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function cut({ width, grey }: Picture, part: { x: number; y: number; width: number; height: number }): Picture {
  const [left, top, wide, high] = [part.x, part.y, part.width, part.height].map(Math.round) as [number, number, number, number]
  const out = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++) out.set(grey.subarray((top + y) * width + left, (top + y) * width + left + wide), y * wide)
  return { width: wide, height: high, grey: out }
}

/**
 * Folded once along a slanted line and opened again: a shining ridge with a dark shadow beside it, the paper behind it a little darker and out of place by
 * two dots.
 */
export function folded({ width, height, grey }: Picture, at = 0.55): Picture {
  const out = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++) {
    const fold = Math.round(width * at + (y - height / 2) * 0.06)
    for (let x = 0; x < width; x++) {
      const isBehind = x >= fold
      const seen = grey[Math.min(height - 1, y + (isBehind ? 2 : 0)) * width + x]!
      const beside = x - fold
      out[y * width + x] = beside >= 0 && beside < 3 ? 245 : beside >= 3 && beside < 6 ? Math.min(seen, 90) : isBehind ? Math.round(seen * 0.85) : seen
    }
  }
  return { width, height, grey: out }
}

/** What the field app's decoder reads in a picture; null where it finds nothing. */
export function codeIn({ width, height, grey }: Picture): string | null {
  const dots = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < grey.length; i++) dots.set([grey[i]!, grey[i]!, grey[i]!, 255], i * 4)
  return jsQR(dots, width, height)?.data ?? null
}
