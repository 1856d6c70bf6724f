/**
 * A thread of its own for work that would hold up every request meanwhile. It begins without what lets Node read TypeScript; its source is joined and loaded as the
 * program itself is, so that it runs alike in a test and on a server.
 */
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

const loader = new URL('../../bin/load.mjs', import.meta.url).href

/** What it would print is not printed: its work may hold what no log may hold. */
export function startThread(source: URL, workerData: unknown): Worker {
  const beginning = `import(${JSON.stringify(loader)}).then(({ load }) => load(${JSON.stringify(fileURLToPath(source))}))`
  return new Worker(beginning, { eval: true, workerData, execArgv: [], stdout: true, stderr: true })
}
