/** The command as a script runs it: a process of its own, or, where only its answer matters, the same command in this process. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { argumentsOf } from '../../src/command/arguments.ts'
import type { Command } from '../../src/command/command.ts'
import { importCommand } from '../../src/command/imports.ts'
import { exportCommand, listCommand, publishCommand } from '../../src/command/rounds.ts'
import { unlockCommand } from '../../src/command/unlock.ts'
import { isRefused } from '../../src/kernel/index.ts'

const program = fileURLToPath(new URL('../../bin/capulana', import.meta.url))
const commands: Record<string, Command> = { import: importCommand, list: listCommand, export: exportCommand, publish: publishCommand, unlock: unlockCommand }

export type Told = { code: number | null; output: string; errors: string }

export function inOwnProcess(...given: string[]): Promise<Told> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...given], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { output: '', errors: '' }
    child.stdout.on('data', (chunk) => {
      said.output += chunk
    })
    child.stderr.on('data', (chunk) => {
      said.errors += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

/** What the command answers with, as its JSON; a refusal comes as its code and facts. */
export async function answerOf<T>(dataFolder: string, name: string, ...given: string[]): Promise<T> {
  const parsed = argumentsOf([...given, '--data', dataFolder])
  if ('problem' in parsed) throw new Error(parsed.problem)
  const answer = await commands[name]!.run(parsed)
  return JSON.parse(JSON.stringify(isRefused(answer) ? answer.refused[0] : answer)) as T
}

/** What the command answers in this process, as text or data, and the exit code that it asks for. */
export async function inThisProcess(command: Command, ...given: string[]): Promise<{ code: number; answer: unknown }> {
  const parsed = argumentsOf(given)
  if ('problem' in parsed) throw new Error(parsed.problem)
  const before = process.exitCode
  process.exitCode = 0
  try {
    const answer = await command.run(parsed)
    return isRefused(answer) ? { code: 1, answer: answer.refused[0] } : { code: Number(process.exitCode), answer: JSON.parse(JSON.stringify(answer)) }
  } finally {
    process.exitCode = before
  }
}
