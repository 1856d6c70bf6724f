/**
 * People assisted by the whole mission, each once however many domains served them (X.1). Every domain says which households it assisted, by number; one of unknown
 * size is told as not received: the figure is then the least that it can be (results specification, 5.3).
 */
import { partsOf, sexPart } from '../../engines/indicators/index.ts'
import type { AssistedSource, ComputedFigure, Db, House, IndicatorSource } from '../../kernel/index.ts'
import { distinctPeople } from '../people/index.ts'

async function figure(sources: readonly AssistedSource[], db: Db, asked: Parameters<AssistedSource>[1]): Promise<ComputedFigure> {
  const told: Awaited<ReturnType<AssistedSource>>[] = []
  for (const source of sources) told.push(await source(db, asked))
  const { people, households, counted } = await distinctPeople(
    db,
    told.map(({ households: list }) => list),
    asked,
  )
  const coverage = { expected: households, received: counted, records: told.flatMap(({ records }) => records) }
  if (counted === 0 && households > 0) return { value: null, unknown: 'no-records', ...coverage }
  return {
    value: people.length,
    ...coverage,
    breakdowns: [
      partsOf(
        'sex',
        people.map(({ sex }) => sexPart(sex)),
      ),
      partsOf(
        'ageBand',
        people.map(({ ageBand }) => ageBand),
      ),
      partsOf(
        'disability',
        people.map(({ disability }) => disability),
      ),
    ],
  }
}

export function peopleAssisted(house: House): IndicatorSource {
  const sources = house.domains.flatMap(({ assisted }) => (assisted ? [assisted] : []))
  return { code: 'X.1', compute: (db, asked) => figure(sources, db, asked) }
}
