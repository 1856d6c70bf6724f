/** Bytes as letters that pass through addresses and JSON; the same in a browser and in Node. */
export function toBase64url(bytes: Uint8Array): string {
  let raw = ''
  for (let at = 0; at < bytes.length; at += 0x8000) raw += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function fromBase64url(written: string): Uint8Array<ArrayBuffer> {
  const raw = atob(written.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0))
}
