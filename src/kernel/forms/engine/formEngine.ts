/**
 * The way to the thread of the form engine: one document after the other. A pattern that does not come back within its budget ends the thread, not the server;
 * the document is tried once more with a larger budget, because a busy machine is no proof, and a new thread takes the next.
 */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../thread.ts'
import type { CheckAsked, CheckDone } from './checkMessages.ts'

export type Checked = Omit<CheckDone, 'id'> | 'timeout'
export type FormEngine = { check(asked: Omit<CheckAsked, 'id'>): Promise<Checked>; close(): Promise<void> }

const patternMs = 50
const patternMsAgain = 1000
const wholeMs = 20_000
const lookMs = 10

type Thread = { worker: Worker; since: Float64Array; ready: Promise<unknown> }

function begin(): Thread {
  const memory = new SharedArrayBuffer(8)
  const worker = startThread(new URL('./worker.ts', import.meta.url), memory)
  worker.setMaxListeners(50)
  const ready = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  // Whoever waits for it hears of the error; nobody else must fall over it.
  ready.catch(() => {})
  return { worker, since: new Float64Array(memory), ready }
}

export function openFormEngine(): FormEngine {
  let thread: Thread | null = null
  let last: Promise<unknown> = Promise.resolve()
  let count = 0

  async function end(): Promise<void> {
    const ended = thread
    thread = null
    await ended?.worker.terminate()
  }

  async function once(asked: Omit<CheckAsked, 'id'>, budgetMs: number): Promise<Checked> {
    thread ??= begin()
    const { worker, since, ready } = thread
    try {
      await ready
    } catch (error) {
      thread = null
      return { problem: (error as Error).message }
    }
    const id = ++count
    const answered = await new Promise<Checked>((resolve) => {
      const began = Date.now()
      const look = setInterval(() => {
        const at = since[0]!
        if ((at > 0 && Date.now() - at > budgetMs) || Date.now() - began > wholeMs) finish('timeout')
      }, lookMs)
      const hear = ({ id: of, ...done }: CheckDone) => of === id && finish(done)
      const fail = (error: Error) => finish({ problem: error.message })
      const finish = (done: Checked) => {
        clearInterval(look)
        worker.off('message', hear).off('error', fail)
        resolve(done)
      }
      worker.on('message', hear).on('error', fail)
      worker.postMessage({ id, ...asked } satisfies CheckAsked)
    })
    if (answered === 'timeout') await end()
    return answered
  }

  return {
    check(asked) {
      const next = last.then(async () => {
        const first = await once(asked, patternMs)
        return first === 'timeout' ? once(asked, patternMsAgain) : first
      })
      last = next.catch(() => {})
      return next
    },
    close: end,
  }
}
