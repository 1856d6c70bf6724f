/**
 * The line between a phone and the office, and what happens on it: cut in the middle of a file, a captive portal that says 200 to everything, nothing at
 * all. It can also carry another service worker than the server's, which is what a phone sees after an update.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BadLine = {
  address: string
  /** How many more uploads of a file break after so many bytes. */
  cut(times: number, afterBytes: number): void
  cuts(): number
  portal(on: boolean): void
  /** Appended to the service worker: the browser takes it for a new version. */
  newVersion(mark: string): void
  close(): Promise<void>
}

export async function openBadLine(target: string): Promise<BadLine> {
  let [cutsLeft, cutAt, cutsMade, isPortal, mark] = [0, 0, 0, false, '']
  const { hostname, port } = new URL(target)

  function carry(asked: IncomingMessage, answer: ServerResponse): void {
    const isUpload = asked.method === 'PATCH'
    const isWorker = asked.url === '/field/sw.js'
    const { 'if-none-match': _, 'if-modified-since': __, ...unconditional } = asked.headers
    // Read whole and as text only where it is changed.
    const headers = isWorker ? { ...unconditional, 'accept-encoding': 'identity' } : asked.headers
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers }, (answered) => {
      if (!isWorker || mark === '') {
        answer.writeHead(answered.statusCode ?? 502, answered.headers)
        return answered.pipe(answer)
      }
      const parts: Buffer[] = []
      answered.on('data', (part: Buffer) => parts.push(part))
      answered.on('end', () => {
        const { 'content-length': ___, etag: ____, 'last-modified': _____, ...kept } = answered.headers
        answer.writeHead(answered.statusCode ?? 502, kept).end(`${Buffer.concat(parts)}\n// ${mark}\n`)
      })
    })
    onward.on('error', () => answer.destroy())
    if (!isUpload || cutsLeft === 0) return void asked.pipe(onward)
    let sent = 0
    asked.on('data', (part: Buffer) => {
      const room = cutAt - sent
      sent += part.length
      onward.write(part.subarray(0, Math.max(0, room)))
      if (sent < cutAt || cutsLeft === 0) return
      cutsLeft -= 1
      cutsMade += 1
      onward.destroy()
      asked.socket.destroy()
    })
    asked.on('end', () => onward.end())
  }

  const line = createServer((asked, answer) => {
    if (isPortal && asked.url?.startsWith('/sync'))
      answer.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Wi-Fi</title>Aceite as condições</html>')
    else carry(asked, answer)
  })
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready))
  return {
    address: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    cut: (times, afterBytes) => {
      ;[cutsLeft, cutAt] = [times, afterBytes]
    },
    cuts: () => cutsMade,
    portal: (on) => {
      isPortal = on
    },
    newVersion: (next) => {
      mark = next
    },
    close: () =>
      new Promise((closed) => {
        line.closeAllConnections()
        line.close(() => closed())
      }),
  }
}
