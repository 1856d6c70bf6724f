/** Asking the server: JSON in, JSON out; a refusal arrives with its reasons in both languages and is handed on whole. */
import type { SpokenRefusal } from '../../ui/Refusals.tsx'

export type RefusedAnswer = Error & { refusals: SpokenRefusal[]; status: number }

export const isRefusal = (error: unknown): error is RefusedAnswer => error instanceof Error && 'refusals' in error

const refusedWith = (refusals: SpokenRefusal[], status: number): RefusedAnswer => Object.assign(new Error(refusals[0]?.code ?? 'refused'), { refusals, status })

const offline: SpokenRefusal = {
  code: 'desk.offline',
  facts: {},
  sentence: {
    pt: 'Sem ligação ao servidor. O que escreveu está guardado neste computador; tente outra vez quando houver rede.',
    en: 'No connection to the server. What you typed is kept on this computer; try again when there is network.',
  },
}

const broke: SpokenRefusal = {
  code: 'desk.broke',
  facts: {},
  sentence: {
    pt: 'O servidor respondeu de forma inesperada. O que escreveu está guardado; avise a administração se voltar a acontecer.',
    en: 'The server answered in an unexpected way. What you typed is kept; tell the administrator if it happens again.',
  },
}

const send = (method: string, address: string, body?: unknown) => {
  const isForm = body instanceof FormData
  return fetch(address, {
    method,
    headers: body === undefined || isForm ? undefined : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    credentials: 'same-origin',
  }).catch(() => {
    throw refusedWith([offline], 0)
  })
}

async function asked<T>(method: string, address: string, body?: unknown): Promise<T> {
  const answer = await send(method, address, body)
  const said = await answer.json().catch(() => null)
  if (answer.ok && said !== null) return said as T
  throw refusedWith((said as { refusals?: SpokenRefusal[] } | null)?.refusals ?? [broke], answer.status)
}

/** A deed whose answer is a file, handed to the reader as a download. */
export async function postForFile(address: string, body: unknown, name: string): Promise<void> {
  const answer = await send('POST', address, body)
  if (!answer.ok) throw refusedWith(((await answer.json().catch(() => null)) as { refusals?: SpokenRefusal[] } | null)?.refusals ?? [broke], answer.status)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export const get = <T>(address: string) => asked<T>('GET', address)
export const post = <T>(address: string, body: unknown = {}) => asked<T>('POST', address, body)
export const remove = <T>(address: string) => asked<T>('DELETE', address)
export const patch = <T>(address: string, body: unknown) => asked<T>('PATCH', address, body)
export const deleted = <T>(address: string) => asked<T>('DELETE', address)

export const refusalsOf = (error: unknown): SpokenRefusal[] => (isRefusal(error) ? error.refusals : error ? [broke] : [])

/** An address with only the questions that have an answer. */
export function withQuery(address: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string | number | boolean] => entry[1] !== null && entry[1] !== undefined && entry[1] !== '',
  )
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${address}?${text}` : address
}
