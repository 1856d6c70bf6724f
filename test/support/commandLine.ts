/** The command as a script runs it: a process of its own, one JSON object on standard output, an exit code. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/capulana', import.meta.url))

export type Told<T = Record<string, never>> = { code: number | null; json: T; errors: string; output: string }

export function capulana<T = Record<string, never>>(dataFolder: string, ...given: string[]): Promise<Told<T>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...given, '--json', '--data', dataFolder], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (said.out += chunk))
    child.stderr.on('data', (chunk) => (said.err += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const last = said.out.trim().split('\n').at(-1) ?? ''
      resolve({ code, json: (last.startsWith('{') || last.startsWith('[') ? JSON.parse(last) : null) as T, errors: said.err, output: said.out })
    })
  })
}
