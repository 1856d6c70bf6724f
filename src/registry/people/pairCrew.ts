/** Two threads that look for pairs, and the handing out of their work: who is free takes the next piece. */
import type { Worker } from 'node:worker_threads'
import { startThread } from '../../kernel/index.ts'
import type { PairSteps } from './pairSteps.ts'

type Asked<Step extends keyof PairSteps> = Parameters<PairSteps[Step]>[0]
type Answer<Step extends keyof PairSteps> = ReturnType<PairSteps[Step]>
/** One question to one thread. */
export type Ask = <Step extends keyof PairSteps>(step: Step, asked: Asked<Step>) => Promise<Answer<Step>>
export type PairCrew = {
  size: number
  /** Each thread does the piece. */
  each<T>(piece: (ask: Ask, at: number) => Promise<T>): Promise<T[]>
  /** All pieces are done, whoever does them; answers in their order. */
  share<T>(pieces: readonly ((ask: Ask) => Promise<T>)[]): Promise<T[]>
  end(): Promise<unknown>
}

/** The machines that this runs on have two cores; a third thread would only wait. */
const size = 2

export function startCrew(): PairCrew {
  const threads = Array.from({ length: size }, () => startThread(new URL('./pairWorker.ts', import.meta.url), null))
  const broken = new Promise<never>((_, reject) => {
    for (const thread of threads) {
      // Its words may hold a name: who reads the log learns what broke, not on whom.
      thread.once('error', ({ name }) => reject(new Error(`weighing pairs broke in its thread: ${name}`)))
      thread.once('exit', (code) => reject(new Error(`weighing pairs ended in its thread without an answer (${code})`)))
    }
  })
  broken.catch(() => undefined)
  const askOf =
    (thread: Worker): Ask =>
    (step, asked) => {
      const answered = new Promise<Answer<typeof step>>((resolve) => thread.once('message', resolve))
      thread.postMessage({ step, asked })
      return Promise.race([answered, broken])
    }
  return {
    size,
    each: (piece) => Promise.all(threads.map((thread, at) => piece(askOf(thread), at))),
    async share<T>(pieces: readonly ((ask: Ask) => Promise<T>)[]) {
      const answers: T[] = []
      let next = 0
      const work = async (thread: Worker) => {
        for (let at = next++; at < pieces.length; at = next++) answers[at] = await pieces[at]!(askOf(thread))
      }
      await Promise.all(threads.map(work))
      return answers
    },
    end: () => Promise.all(threads.map((thread) => thread.terminate())),
  }
}
