/** Secrets that we give out: 256 random bits each, of which only the plain SHA-256 is kept. That is enough, because nobody can guess them. */
import { createHash, randomBytes } from 'node:crypto'

export const newSecret = () => randomBytes(32).toString('base64url')
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest()
