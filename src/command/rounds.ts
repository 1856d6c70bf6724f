/** Rounds from the command line: list, export, publish. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exportRound, listRounds, publishFromPaper, type RoundFormat } from '../domains/displacement/index.ts'
import { isRefused, refuse, refused } from '../kernel/index.ts'
import { type Command, inHouse, theOperator } from './command.ts'

const formats: readonly RoundFormat[] = ['csv', 'xlsx', 'geojson', 'json', 'pdf']

export const listCommand: Command = {
  name: 'list',
  usage: 'capulana list rounds',
  about: 'Lists the rounds with state, dates, places and people.',
  run: (given) => inHouse(given, (house) => listRounds(house, theOperator)),
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'capulana export round ID --format csv|xlsx|geojson|json|pdf --out FILE [--lang pt|en]',
  about: 'Writes the public file of a published round, or the working figures of one that is not published yet.',
  run: (given) =>
    inHouse(given, async (house) => {
      const format = formats.find((known) => known === (given.options.format ?? 'csv'))
      const [what, id] = given.words
      if (what !== 'round' || !id || !format || !given.options.out) return refused(refuse('command.export-incomplete', { formats: [...formats] }))
      const file = await exportRound(house, theOperator, id, format, given.options.lang === 'en' ? 'en' : 'pt')
      if (isRefused(file)) return file
      await writeFile(resolve(given.options.out), file.bytes)
      return {
        round: id,
        format,
        file: resolve(given.options.out),
        bytes: file.bytes.byteLength,
        sha256: file.sha256,
        published: file.published,
        hash: file.hash,
      }
    }),
}

export const publishCommand: Command = {
  name: 'publish',
  usage: 'capulana publish round ID [--endorsed-by OFFICE --endorsed-on YYYY-MM-DD] [--note TEXT] [--licence TEXT --credit TEXT]',
  about: 'Publishes an endorsed round; with a signed paper at hand, records that endorsement first. Warnings need --note, errors block.',
  run: (given) =>
    inHouse(given, async (house) => {
      const [what, id] = given.words
      if (what !== 'round' || !id) return refused(refuse('command.round-missing'))
      const { 'endorsed-by': office, 'endorsed-on': decidedOn, note, licence, credit } = given.options
      return publishFromPaper(house, theOperator, id, { office, decidedOn, note, licence, credit })
    }),
}
