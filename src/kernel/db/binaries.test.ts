import { mkdir, mkdtemp, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBinaries, repair } from './binaries.ts'

let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'capulana-programs-'))
  await mkdir(join(root, 'native', 'lib'), { recursive: true })
  await mkdir(join(root, 'native', 'bin'))
  for (const name of ['postgres', 'initdb']) await writeFile(join(root, 'native', 'bin', name), '', { mode: 0o600 })
  await writeFile(join(root, 'native', 'lib', 'libpq.so.5.18'), '')
  const links = ['native/lib/libpq.so', 'native/lib/libpq.so.5'].map((target) => ({ source: 'native/lib/libpq.so.5.18', target }))
  await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links))
})
afterAll(() => rm(root, { recursive: true }))

it('makes the links and the permissions that the skipped install script of npm would have made, also twice', async () => {
  expect(await repair(root)).toBe(true)
  expect(await repair(root)).toBe(true)
  expect(await readlink(join(root, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  expect(await readlink(join(root, 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5.18')
  expect((await stat(join(root, 'native', 'bin', 'postgres'))).mode & 0o777).toBe(0o755)
})

it('finds the programs of this platform', async () => {
  const found = await findBinaries({}, root)
  expect(found).not.toHaveProperty('code')
  if ('postgres' in found) expect((await stat(found.postgres)).isFile()).toBe(true)
})
