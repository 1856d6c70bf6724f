/**
 * An e-mail through the mail server that the operator named, and through no other. Locked on the way (TLS from the start or STARTTLS, refused without), unless it is a server of
 * the own network; the address is judged after the name was looked up, and the connection goes to that very address.
 */
import { lookup } from 'node:dns/promises'
import { createTransport } from 'nodemailer'
import { isInner } from './innerAddress.ts'
import type { NamedWayOut } from './waysOut.ts'

export type Mail = { to: string; subject: string; text: string; id: string; leave: string | null }
/** `refused`: this address is not taken, others may be; `down`: nobody's mail leaves now. */
export type MailOutcome = 'sent' | 'refused' | 'down'

const waitMs = 20_000

async function addressOf(host: string, inside: boolean): Promise<string | null> {
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  return found.length > 0 && (inside || found.every(({ address }) => !isInner(address))) ? found[0]!.address : null
}

/** Several letters over one connection; what each came to. */
export async function sendMails(named: NamedWayOut, mails: readonly Mail[]): Promise<MailOutcome[]> {
  const url = new URL(named.address)
  const host = await addressOf(url.hostname, named.inside)
  if (!host) return mails.map(() => 'down')
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    ...{ host, port: Number(url.port) || (secure ? 465 : 587), secure, requireTLS: !named.inside, tls: { servername: url.hostname } },
    ...(named.secret ? { auth: { user: decodeURIComponent(url.username), pass: named.secret } } : {}),
    ...{ connectionTimeout: waitMs, greetingTimeout: waitMs, socketTimeout: waitMs, disableFileAccess: true, disableUrlAccess: true },
  })
  const outcomes: MailOutcome[] = []
  for (const { to, subject, text, id, leave } of mails) {
    if (outcomes.at(-1) === 'down') {
      outcomes.push('down')
      continue
    }
    const outcome = await transport
      .sendMail({
        ...{ from: named.from!, to: { name: '', address: to }, subject, text, messageId: `<${id}@${new URL(named.site!).hostname}>` },
        headers: { 'Auto-Submitted': 'auto-generated', ...(leave ? { 'List-Unsubscribe': `<${leave}>` } : {}) },
      })
      .then(
        () => 'sent' as const,
        (error: { responseCode?: number; code?: string }) =>
          error.code === 'EENVELOPE' || (error.responseCode !== undefined && error.responseCode >= 550 && error.responseCode <= 553)
            ? ('refused' as const)
            : ('down' as const),
      )
    outcomes.push(outcome)
  }
  transport.close()
  return outcomes
}
