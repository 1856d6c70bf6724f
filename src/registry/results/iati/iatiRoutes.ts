/** The IATI file of a project: for the office always, for everybody once the chief of mission opened it. */
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  audit,
  type Db,
  getRow,
  type House,
  isRefused,
  type Refused,
  read,
  refuse,
  refused,
  route,
  theSystem,
  updateRow,
} from '../../../kernel/index.ts'
import { readCatalogue } from '../catalogue.ts'
import { resultsOffice } from '../office.ts'
import { Project } from '../projects/project.ts'
import { readProject } from '../projects/readProjects.ts'
import { readStrategy } from '../strategy.ts'
import { activityFile, approvedFigures, iatiObstacles } from './activityFile.ts'

const byId = z.object({ id: z.string().max(60) })

/** Refusals: all that keeps it from going out. */
export async function iatiFileOf(house: House, db: Db, id: string, at: string): Promise<string | Refused> {
  const found = await readProject(db, id, at.slice(0, 10))
  if (isRefused(found)) return found
  const obstacles = iatiObstacles(house, found.project)
  if (obstacles.length > 0) return { refused: obstacles }
  const [catalogue, strategy] = [readCatalogue(house.pack.indicators), readStrategy(house.pack.strategy)]
  if ('code' in catalogue) return refused(catalogue)
  if ('code' in strategy) return refused(strategy)
  const wanted = found.results.flatMap(({ indicators }) => indicators)
  const areas = strategy.areas.filter(({ number }) => found.activities.some(({ activity }) => activity.startsWith(`FA${number}.`)))
  const figures = await approvedFigures(db, wanted, house.pack.country.iso2)
  return activityFile(house, { ...found, indicators: catalogue.indicators, links: areas.flatMap(({ links }) => links), figures, at })
}

export const iatiRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/projects/:id/iati',
    policy: { who: 'everyone', class: 1 },
    summary: 'A project as IATI 2.03: for the office, and for everybody once it was opened',
    params: byId,
    answer: async ({ house, actor, params: { id } }) => {
      const ofOffice = (resultsOffice.who as readonly string[]).some((role) => (actor.roles as readonly string[]).includes(role))
      // The public reads no row of ours: what was opened is looked up by the house, and nothing else leaves it.
      const file = await read(house.doors, ofOffice ? actor : theSystem, async (db) =>
        ofOffice || (await getRow(db, Project, id))?.open ? iatiFileOf(house, db, id, new Date().toISOString()) : refused(refuse('access.not-found')),
      )
      return isRefused(file) ? file : { content: file, type: 'application/xml; charset=utf-8' }
    },
  }),
  route({
    method: 'POST',
    url: '/api/results/projects/:id/publication',
    policy: { who: ['chief'], class: 2 },
    summary: 'Open the IATI file of a project to everybody, or close it again',
    params: byId,
    body: z.object({ open: z.boolean() }),
    answer: ({ house, actor, params: { id }, body: { open } }) =>
      act(house.doors, actor, async (db) => {
        const project = await getRow(db, Project, id)
        if (!project) return refused(refuse('access.not-found'))
        const obstacles = open ? iatiObstacles(house, project) : []
        if (obstacles.length > 0) return { refused: obstacles }
        await audit(db, open ? 'results.iati-open' : 'results.iati-close', Project.name, id, { code: project.code })
        return updateRow(db, Project, id, { open })
      }),
  }),
]
