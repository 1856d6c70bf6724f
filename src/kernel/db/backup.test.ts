import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup } from './backup.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { restore } from './restore.ts'
import { verifyBackup } from './verify.ts'

const mission = generateKeyPairSync('ed25519')
const photo = randomBytes(200_000)
const photoHash = createHash('sha256').update(photo).digest('hex')

let root = ''
let data = ''
let file = ''
let cluster: Cluster
const running: Cluster[] = []

async function ask<T>(of: Cluster, database: string, query: string): Promise<T[]> {
  const client = new pg.Client(of.url(database))
  await client.connect()
  try {
    return (await client.query(query)).rows as T[]
  } finally {
    await client.end()
  }
}

async function started(folder: string): Promise<Cluster> {
  const opened = await openCluster(folder)
  if ('code' in opened) throw new Error(JSON.stringify(opened))
  running.push(opened)
  return opened
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'capulana-backup-'))
  data = join(root, 'mission')
  file = join(root, 'night.backup')
  const opened = await openCluster(data, { durability: 'test' })
  if ('code' in opened) throw new Error(JSON.stringify(opened))
  cluster = opened
  running.push(cluster)
  await ask(cluster, 'postgres', 'create database capulana')
  await ask(
    cluster,
    'capulana',
    `create schema kernel;
     create table kernel.epoch (id text primary key, since timestamptz not null default now(), reason text not null);
     insert into kernel.epoch values ('0b54c1de', '2026-01-01', 'new');
     create table kernel.file (sha256 text primary key);
     insert into kernel.file values ('${photoHash}');
     create table household (id int primary key, members int);
     insert into household select n, n % 9 + 1 from generate_series(1, 20000) n`,
  )
  const kept = join(data, 'files', photoHash.slice(0, 2), photoHash)
  await mkdir(dirname(kept), { recursive: true })
  await writeFile(kept, photo)
  await writeFile(join(data, 'keyring.json'), JSON.stringify({ sealPrivateKey: 'KEYRING-MARKER-7f3a' }), { mode: 0o600 })
})

afterAll(async () => {
  for (const one of running) await one.stop()
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
})

const order = (to: string) => ({ cluster, dataFolder: data, file: to, sign: mission.privateKey })

/** A copy of the good backup with something done to it. */
async function spoilt(name: string, spoil: (path: string) => Promise<void>): Promise<string> {
  const path = join(root, name)
  await copyFile(file, path)
  await spoil(path)
  return path
}

describe('a backup', () => {
  it('is taken while people write, and comes back with every row that was there', async () => {
    let writing = true
    let written = 20000
    const writer = (async () => {
      while (writing) await ask(cluster, 'capulana', `insert into household values (${++written}, 5)`)
    })()
    await pause(100)
    const atStart = written - 1
    const done = await backup(order(file))
    writing = false
    await writer
    if ('code' in done) throw new Error(JSON.stringify(done))
    expect(done.files).toBeGreaterThan(500)
    const into = join(root, 'restored')
    const restored = await restore({ file, into, verifyKey: mission.publicKey })
    if ('code' in restored) throw new Error(JSON.stringify(restored))
    const again = await started(into)
    const [row] = await ask<{ count: number; top: number }>(again, 'capulana', 'select count(*)::int as count, max(id) as top from household')
    expect(row!.count).toBe(row!.top)
    expect(row!.count).toBeGreaterThanOrEqual(atStart)
    expect((await readFile(join(into, 'files', photoHash.slice(0, 2), photoHash))).equals(photo)).toBe(true)
    expect(await readdir(into)).not.toContainEqual(expect.stringMatching(/^\.restoring-/))
  })

  it('begins a new epoch when it is restored, later than the old one', async () => {
    const again = running.at(-1)!
    const epochs = await ask<{ id: string; reason: string }>(again, 'capulana', 'select id, reason from kernel.epoch order by since desc')
    expect(epochs).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{8}$/), reason: 'restore' },
      { id: '0b54c1de', reason: 'new' },
    ])
    expect(again.owner.password).not.toBe(cluster.owner.password)
  })

  it('holds neither the keyring nor the password of the database', async () => {
    const everything = gunzipSync(await readFile(file)).toString('latin1')
    expect(everything).toContain('manifest.json')
    expect(everything).not.toContain('KEYRING-MARKER-7f3a')
    expect(everything).not.toContain(cluster.owner.password)
    expect(everything).not.toContain('keyring.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is proven good by a whole restore into a scratch folder', async () => {
    const proof = await verifyBackup(file, { verifyKey: mission.publicKey })
    expect(proof.problems).toEqual([])
    expect(proof).toMatchObject({ ok: true, signatureProven: true, tables: 3 })
    expect(proof.rows).toBeGreaterThan(20000)
  })

  it('takes the old keyring when it is given one, and clears what a killed restore has left', async () => {
    const into = join(root, 'with-keys')
    await mkdir(join(into, '.restoring-killed', 'postgres'), { recursive: true })
    const restored = await restore({ file, into, verifyKey: mission.publicKey, keyring: join(data, 'keyring.json') })
    expect(restored).toMatchObject({ signatureProven: true })
    expect((await readdir(into)).sort()).toEqual(['files', 'keyring.json', 'postgres', 'postgres.log', 'secrets.json'])
    expect(await readFile(join(into, 'keyring.json'), 'utf8')).toContain('KEYRING-MARKER-7f3a')
    expect((await stat(join(into, 'keyring.json'))).mode & 0o777).toBe(0o600)
  })
})

describe('a backup that is not what it should be', () => {
  it('is not restored over anything that is there', async () => {
    const into = join(root, 'lived-in')
    await mkdir(into)
    await writeFile(join(into, 'letter.txt'), 'dear Ana')
    expect(await restore({ file, into, verifyKey: mission.publicKey })).toEqual({ code: 'db.restore-folder-not-empty', facts: { folder: into } })
    expect(await readdir(into)).toEqual(['letter.txt'])
  })

  it.each([
    ['cut short', (path: string) => stat(path).then(({ size }) => truncate(path, Math.floor(size * 0.6)))],
    [
      'changed by one byte',
      async (path: string) => {
        const bytes = await readFile(path)
        bytes[Math.floor(bytes.length / 2)]! ^= 1
        await writeFile(path, bytes)
      },
    ],
    ['of another kind', (path: string) => writeFile(path, 'this is a letter, not a backup')],
    ['empty', (path: string) => truncate(path, 0)],
  ])('is refused when it is %s, and leaves nothing behind', async (name, spoil) => {
    const bad = await spoilt(`${name.replaceAll(' ', '-')}.backup`, spoil)
    const into = join(root, `from-${name}`)
    expect(await restore({ file: bad, into, verifyKey: mission.publicKey })).toMatchObject({ code: 'db.backup-damaged' })
    expect(await stat(into).catch(() => null)).toBeNull()
    const proof = await verifyBackup(bad, { verifyKey: mission.publicKey })
    expect(proof).toMatchObject({ ok: false, problems: [{ code: 'db.backup-damaged' }] })
  })

  it('is refused when another mission signed it', async () => {
    const stranger = generateKeyPairSync('ed25519')
    expect(await verifyBackup(file, { verifyKey: stranger.publicKey })).toMatchObject({ ok: false, problems: [{ code: 'db.backup-other-signer' }] })
  })

  it('is refused when it is not there', async () => {
    expect(await restore({ file: join(root, 'none'), into: join(root, 'x') })).toMatchObject({ code: 'db.backup-not-found' })
  })

  it('is told from a good one when a file was damaged before the backup, or is missing', async () => {
    const kept = join(data, 'files', photoHash.slice(0, 2), photoHash)
    const stray = join(dirname(kept), `${photoHash.slice(0, 2)}${'0'.repeat(62)}`)
    await rename(kept, stray)
    const bad = join(root, 'bad-photo.backup')
    await backup(order(bad))
    expect((await verifyBackup(bad)).problems).toEqual([
      { code: 'db.file-damaged', facts: { file: stray.slice(data.length + 1) } },
      { code: 'db.file-missing', facts: { database: 'capulana', file: photoHash } },
    ])
    await rename(stray, kept)
  })

  it('never takes the place of a good one when it breaks off, not even at its last step', async () => {
    const before = await readFile(file)
    await writeFile(`${file}.killed.part`, 'what a killed backup left')
    await expect(backup({ ...order(file), sign: generateKeyPairSync('x25519').privateKey })).rejects.toThrow()
    expect((await readFile(file)).equals(before)).toBe(true)
    expect((await readdir(root)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('an encrypted backup', () => {
  it('is proven good by a recovery officer, and tells nothing to anybody else', async () => {
    const officer = generateKeyPairSync('x25519')
    const sealed = join(root, 'sealed.backup')
    await backup({ ...order(sealed), recipients: [{ publicKey: officer.publicKey }] })
    expect(await verifyBackup(sealed, { verifyKey: mission.publicKey, opener: { privateKey: officer.privateKey } })).toMatchObject({ ok: true })
    expect(await verifyBackup(sealed, { opener: { passphrase: 'guess' } })).toMatchObject({ ok: false, problems: [{ code: 'db.backup-wrong-key' }] })
    expect(await verifyBackup(sealed)).toMatchObject({ ok: false, problems: [{ code: 'db.backup-wrong-key' }] })
  })
})
