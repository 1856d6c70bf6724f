/** The mission's signature over a text (ECDSA P-256 with SHA-256), checked by WebCrypto alone: no library, the oldest browsers of the field, and Node. */
export type PublicKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string }

/** r and s, 32 bytes each. */
export const signatureLength = 64

export async function signatureHolds(text: string, signature: Uint8Array<ArrayBuffer>, { kty, crv, x, y }: PublicKey): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, new TextEncoder().encode(text))
}
