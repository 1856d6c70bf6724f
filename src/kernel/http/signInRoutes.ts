/** Signing in, by passphrase or by a link, and out. */
import { z } from 'zod'
import { closeSession, openSession } from '../access/sessions.ts'
import { signInWithPassword, useSignInLink } from '../access/signIn.ts'
import { isRefused } from '../db/transaction.ts'
import { type AnyRoute, route } from './route.ts'

/** Six digits, or a recovery code with its dashes. */
const codeText = z.string().max(30)

export const signInRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/sign-in',
    policy: { who: 'everyone', class: 1 },
    summary: 'Sign in with address, passphrase and, where set, a six-digit code or a recovery code',
    body: z.object({ email: z.string().max(200), passphrase: z.string().max(500), code: codeText.optional() }),
    answer: async ({ house, body, cookie, agent }) => {
      const person = await signInWithPassword(house.doors, house.keyring, body.email, body.passphrase, body.code || undefined)
      if (isRefused(person)) return person
      cookie.session = await openSession(house.doors, person.id, agent)
      return { name: person.name }
    },
  }),
  route({
    method: 'POST',
    url: '/api/sign-in/link',
    policy: { who: 'everyone', class: 1 },
    summary: 'Sign in with a link that works once and, where the account has a second factor, its code',
    body: z.object({ secret: z.string().max(100), code: codeText.optional() }),
    answer: async ({ house, body, cookie, agent }) => {
      const person = await useSignInLink(house.doors, house.keyring, body.secret, body.code || undefined)
      if (isRefused(person)) return person
      cookie.session = await openSession(house.doors, person.id, agent)
      return { name: person.name }
    },
  }),
  route({
    method: 'POST',
    url: '/api/sign-out',
    policy: { who: 'signedIn', class: 1, beforeSecondFactor: true },
    summary: 'Sign out',
    answer: async ({ house, sessionSecret, cookie }) => {
      if (sessionSecret) await closeSession(house.doors, sessionSecret)
      cookie.session = null
      return { ok: true }
    },
  }),
]
