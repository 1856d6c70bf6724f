/** A mail server on this machine that keeps what it takes: enough of SMTP (RFC 5321) for one sender. It can refuse an address, or be down. */

import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type Letter = { to: string; subject: string; text: string; headers: string }

/** Quoted-printable and base64 as our sender writes them. */
function plain(headers: string, body: string): string {
  if (/transfer-encoding: base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/transfer-encoding: quoted-printable/i.test(headers)) return body
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

export async function openMailServer() {
  const letters: Letter[] = []
  const state = { isDown: false, refuses: '' }
  const talk = (socket: Socket) => {
    let waiting = ''
    let to = ''
    let inData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    if (state.isDown) return socket.end('421 down\r\n')
    say('220 here')
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      waiting += part.toString('latin1')
      for (;;) {
        const end = waiting.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end === -1) return
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + (inData ? 5 : 2))
        if (inData) {
          inData = false
          const cut = line.indexOf('\r\n\r\n')
          // A long header goes on in the next line behind a blank.
          const headers = line.slice(0, cut).replace(/\r\n[ \t]+/g, ' ')
          letters.push({ to, headers, subject: /^subject: (.*)$/im.exec(headers)?.[1] ?? '', text: plain(headers, line.slice(cut + 4)) })
          say('250 kept')
        } else if (/^RCPT TO:<(.*)>/i.test(line)) {
          to = /<(.*)>/.exec(line)![1]!
          say(to === state.refuses ? '550 nobody here' : '250 good')
        } else if (/^DATA/i.test(line)) {
          inData = true
          say('354 go on')
        } else say(/^QUIT/i.test(line) ? '221 bye' : '250 good')
      }
    })
  }
  const server = createServer(talk)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { letters, state, address: `smtp://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) }
}
