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

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float32Array | Float64Array

/** The same data with its arrays of numbers in memory that threads share: handed over, they are neither written out nor read again. */
export function inSharedMemory<T>(data: T): T {
  const copies = new Map<object, unknown>()
  const shared = (one: unknown): unknown => {
    if (typeof one !== 'object' || one === null) return one
    if (!copies.has(one)) copies.set(one, copied(one))
    return copies.get(one)
  }
  const copied = (one: object): unknown => {
    if (ArrayBuffer.isView(one)) return sharedNumbers(one as Numbers)
    if (one instanceof Map) return new Map([...one].map(([key, value]) => [key, shared(value)]))
    if (Array.isArray(one)) return one.map(shared)
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, shared(value)]))
  }
  return shared(data) as T
}

function sharedNumbers(numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers
  const made = new (numbers.constructor as new (buffer: SharedArrayBuffer) => Numbers)(new SharedArrayBuffer(numbers.byteLength))
  made.set(numbers)
  return made
}
