/** Weighing pairs beside the server: a camp's whole list takes seconds, and nobody's page or form may wait for it. */
import { startThread } from '../../kernel/index.ts'
import { type PairsAsked, type WeighedPair, weighPairs } from './weighPairs.ts'

/** So few take less than the thread's own beginning. */
const atOnce = 300

export async function weighApart(asked: PairsAsked): Promise<WeighedPair[]> {
  if (asked.table.size <= atOnce) return weighPairs(asked)
  const thread = startThread(new URL('./pairWorker.ts', import.meta.url), asked)
  try {
    return await new Promise((resolve, reject) => {
      thread.once('message', resolve)
      // Its words may hold a name: who reads the log learns what broke, not on whom.
      thread.once('error', ({ name }) => reject(new Error(`weighing pairs broke in its thread: ${name}`)))
      thread.once('exit', (code) => reject(new Error(`weighing pairs ended in its thread without an answer (${code})`)))
    })
  } finally {
    await thread.terminate()
  }
}
