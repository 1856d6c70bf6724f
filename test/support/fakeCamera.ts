/** A picture held before the browser's camera: a film of one frame, which Chromium plays in its place. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Picture } from './pdfRaster.ts'

export type FakeCamera = { arguments: string[]; show(picture: Picture): Promise<void>; close(): Promise<void> }

const [width, height] = [640, 480]

/** Grey only, on a table that is a little darker than paper; what does not fit is cut off. */
function film(picture: Picture): Buffer {
  const light = Buffer.alloc(width * height, 170)
  const [left, top] = [Math.max(0, (width - picture.width) >> 1), Math.max(0, (height - picture.height) >> 1)]
  const wide = Math.min(width, picture.width)
  for (let y = 0; y < Math.min(height, picture.height); y++)
    light.set(picture.grey.subarray(y * picture.width, y * picture.width + wide), (top + y) * width + left)
  const colour = Buffer.alloc((width * height) / 2, 128)
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), light, colour])
}

export async function fakeCamera(): Promise<FakeCamera> {
  const folder = await mkdtemp(join(tmpdir(), 'capulana-camera-'))
  const file = join(folder, 'seen.y4m')
  return {
    arguments: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`],
    show: (picture) => writeFile(file, film(picture)),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
