/** The user guide, as it stands in docs/guide: the desk shows it to people, and whoever decides to use the system may read it before having an account. */
import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, type Content, route } from './route.ts'

const guideFolder = new URL('../../../docs/guide/', import.meta.url)

export type GuideChapter = { slug: string; title: string; markdown: string }

/** Chapters in the order of their file names; the first line of each is its title. */
export async function chaptersOf(lang: 'pt' | 'en'): Promise<GuideChapter[]> {
  const folder = new URL(`${lang}/`, guideFolder)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      const [title = '', ...rest] = text.split('\n')
      return { slug: name.slice(0, -3), title: title.replace(/^#\s*/, ''), markdown: rest.join('\n').trim() }
    }),
  )
}

export const guideRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/guide/:lang',
    policy: { who: 'everyone', class: 1 },
    summary: 'The user guide, chapter by chapter',
    params: z.object({ lang: z.enum(['pt', 'en']) }),
    answer: ({ params }) => chaptersOf(params.lang),
  }),
  route({
    method: 'GET',
    url: '/api/guide/:lang/pictures/:name',
    policy: { who: 'everyone', class: 1 },
    summary: 'A picture of the user guide',
    // Letters and hyphens alone: no name leads out of the folder.
    params: z.object({ lang: z.enum(['pt', 'en']), name: z.string().regex(/^[a-z-]{1,60}\.png$/) }),
    answer: async ({ params: { lang, name } }) => {
      const content = await readFile(new URL(`${lang}/pictures/${name}`, guideFolder)).catch(() => null)
      if (!content) return refused(refuse('access.not-found'))
      return { content, type: 'image/png', headers: { 'cache-control': 'max-age=3600' } } satisfies Content
    },
  }),
]
