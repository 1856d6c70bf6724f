/** Memory that both pair threads read: what one has worked out is handed to the other as it lies there. */
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
