/** Arrays of numbers that grow: twice as long when they are full. */
export function roomFor<T extends Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array>(array: T, length: number): T {
  if (length <= array.length) return array
  const larger = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2))
  larger.set(array)
  return larger
}
