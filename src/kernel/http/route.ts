/**
 * A route is declared with its policy; without one it does not compile, and one that slips past the declaration stops the server from starting. Handlers
 * answer with values or refusals; only this folder knows HTTP status codes.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import type { Refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { DataClass } from '../record/record.ts'

/** `device`: the key of a phone and nothing else. `everyone`: the public too. `signedIn`: any person or token. Or the roles that may enter; rows are decided by the records' own rules. */
export type Policy = {
  who: 'everyone' | 'signedIn' | 'device' | readonly Role[]
  class: DataClass
  /** Open to a person who must first enrol a second factor: only what enrolling needs. */
  beforeSecondFactor?: true
  /** Open to a phone whose key has ended: what it still holds is taken, and it is told. */
  endedKeys?: true
  /** Name and passphrase with the request itself are enough, over TLS: for collection programs. */
  basic?: true
}

export type Upload = { name: string; bytes: Buffer }

/** A file, or a field with its value. Each must be read to its end. */
export type Part = { field: string; file: { name: string; content: Readable; cut(): boolean } | null; value: string }

export type Asked<P, Q, B> = {
  house: House
  actor: Actor
  params: P
  query: Q
  body: B
  /** The files of a multipart request. */
  files: Upload[]
  /** Set-Cookie of the session; null clears it. */
  cookie: { session: string | null | undefined }
  sessionSecret: string | null
  address: string
  headers: IncomingHttpHeaders
  /** One part after the other, as they come; only where the route `takes: 'parts'`. */
  parts(): AsyncIterable<Part>
  /** The line that a browser sends about itself. */
  agent: string
}

/** An answer that is not JSON: a page, a file, a redirection. */
export type Content = { content: string | Uint8Array | Readable; type: string; name?: string; status?: number; headers?: Record<string, string> }
export const isContent = (answer: unknown): answer is Content => typeof answer === 'object' && answer !== null && 'content' in answer && 'type' in answer

type Schema = z.ZodType
type Read<S> = S extends Schema ? z.infer<S> : Record<string, never>

export type Route<P extends Schema | undefined = undefined, Q extends Schema | undefined = undefined, B extends Schema | undefined = undefined> = {
  method: 'HEAD' | 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  policy: Policy
  summary: string
  params?: P
  query?: Q
  body?: B
  /** Takes files; the other fields of the form arrive as the body. */
  upload?: boolean
  /** Reads its body itself: the parts of a multipart request one by one, or plain bytes. */
  takes?: 'parts' | 'bytes'
  /** Refusals as XML for collection programs. */
  dialect?: 'openrosa'
  /** Requests that one address may make in an hour, where the public writes. */
  perHour?: number
  /** Left out of the API's documentation: pages for people. */
  page?: boolean
  answer: (asked: Asked<Read<P>, Read<Q>, Read<B>>) => Promise<unknown | Content | Refused>
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds routes of every shape; each was checked where it was declared
export type AnyRoute = Route<any, any, any>

export const route = <P extends Schema | undefined = undefined, Q extends Schema | undefined = undefined, B extends Schema | undefined = undefined>(
  declared: Route<P, Q, B>,
): AnyRoute => declared
