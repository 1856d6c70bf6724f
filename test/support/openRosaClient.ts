/** A collection program as it speaks on the wire: multipart written by hand, in one piece or in chunks, over a server that listens. */
import { randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'

export type SentPart = { name: string; fileName?: string; type?: string; content: string | Buffer }
export type Answered = { status: number; text: string; headers: IncomingHttpHeaders }

export function multipart(parts: readonly SentPart[], boundary = `--capulana${randomUUID()}`): { body: Buffer; type: string } {
  const pieces = parts.flatMap(({ name, fileName, type, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return { body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` }
}

export type Call = { method?: string; headers?: Record<string, string>; body?: Buffer; chunked?: boolean }

export function call(base: string, path: string, { method = 'GET', headers = {}, body, chunked }: Call = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length: Record<string, string> = body && !chunked ? { 'content-length': String(body.length) } : {}
    const asked = request(`${base}${path}`, { method, headers: { ...length, ...headers }, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8'), headers: answer.headers }))
    })
    asked.on('error', reject)
    if (body && chunked) for (let at = 0; at < body.length; at += 100) asked.write(body.subarray(at, at + 100))
    else if (body) asked.write(body)
    asked.end()
  })
}

export type Post = { xml?: string | Buffer; files?: SentPart[]; headers?: Record<string, string>; chunked?: boolean }

export function post(base: string, path: string, { xml, files = [], headers = {}, chunked }: Post): Promise<Answered> {
  const document = xml === undefined ? [] : [{ name: 'xml_submission_file', fileName: 'submission.xml', type: 'text/xml', content: xml }]
  const { body, type } = multipart([...document, ...files.map((file) => ({ ...file, fileName: file.fileName ?? file.name }))])
  return call(base, path, { method: 'POST', body, chunked, headers: { 'content-type': type, 'x-openrosa-version': '1.0', ...headers } })
}
