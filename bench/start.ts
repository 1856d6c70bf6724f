/**
 * How long the program takes from the command to its printed address: on a new folder with the demonstration mission, on a new empty one, and on one that is
 * already there, against the three minutes that a first start may take; the built desk is thrown away once, as on a fresh clone, when asked with `--build`.
 * Run: npx tsx bench/start.ts [--build]
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bar, machineLoad, say } from './support/measure.ts'

const program = fileURLToPath(new URL('../bin/capulana', import.meta.url))

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** The most memory the program has held, as the kernel tells it; elsewhere than on Linux nobody says. */
function peakOf(pid: number): string {
  try {
    return `${Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)} MB`
  } catch {
    return 'not known here'
  }
}

type Started = { seconds: number; peak: string; answered: number }

async function start(folder: string, ...options: string[]): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const running = spawn(process.execPath, [program, 'start', '--data', folder, '--port', String(port), '--json', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()))
  const told = await new Promise<boolean>((resolve) => {
    let text = ''
    running.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('"address"')) resolve(true)
    })
    running.once('exit', () => resolve(false))
  })
  if (!told) throw new Error('the program ended before it told its address')
  const seconds = (performance.now() - began) / 1000
  const asked = performance.now()
  const page = await fetch(`http://127.0.0.1:${port}/`)
  await page.text()
  const answered = performance.now() - asked
  const peak = peakOf(running.pid!)
  running.kill('SIGTERM')
  await ended
  if (page.status !== 200) throw new Error(`the portal answered ${page.status}`)
  return { seconds, peak, answered }
}

const folder = await mkdtemp(join(tmpdir(), 'capulana-bench-'))
const tell = (name: string, { seconds, peak, answered }: Started) =>
  say(`${name.padEnd(44)} ${seconds.toFixed(1)} s, portal's first page in ${answered.toFixed(0)} ms, peak memory ${peak}`)

if (process.argv.includes('--build')) await rm(fileURLToPath(new URL('../dist/.built-from', import.meta.url)), { force: true })
const demonstrated = await start(join(folder, 'demonstrated'))
tell('new folder, demonstration mission', demonstrated)
const empty = await start(join(folder, 'empty'), '--empty')
tell('new folder, empty', empty)
const again = await start(join(folder, 'demonstrated'))
tell('existing folder', again)
bar('first start with three published rounds', demonstrated.seconds, 180, ' s')
say(
  `  demonstration ${(demonstrated.seconds / empty.seconds).toFixed(1)} times the empty start, existing ${(again.seconds / empty.seconds).toFixed(1)} times; ${machineLoad()}`,
)
await rm(folder, { recursive: true, force: true })
