/** What stands beside each outline of a round's GeoJSON. A figure without a number is null and has its reason in a property of its own. */

import type { Bilingual } from '../../../kernel/index.ts'
import { type ExplainedColumn, figureMeaning, householdUnit, type Meaning, meaning, people } from '../../../kernel/publishing.ts'

const property = (name: string, kind: ExplainedColumn['kind'], about: Meaning): ExplainedColumn => ({ name, labels: { pt: name, en: name }, kind, about })

const counted = (name: string, pt: string, en: string, unit: Bilingual): ExplainedColumn[] => [
  property(name, 'integer', meaning(pt, en, 'withheld', { unit })),
  property(`${name}Status`, 'text', { ...figureMeaning, codes: figureMeaning.codes!.slice(1), empty: 'none' }),
]
const places = (name: string, pt: string, en: string) => property(name, 'integer', meaning(pt, en, 'filled', { unit: { pt: 'lugares', en: 'places' } }))

export const geoProperties: ExplainedColumn[] = [
  property('pcode', 'text', meaning('Código da área', 'P-code of the area', 'filled')),
  property('name', 'text', meaning('Nome da área', 'Name of the area', 'filled')),
  property(
    'level',
    'integer',
    meaning('Nível administrativo: 0 país, 1 província, 2 distrito', 'Administrative level: 0 country, 1 province, 2 district', 'filled'),
  ),
  property('parent', 'text', meaning('Código da área que a contém', 'P-code of the area that contains it', 'none')),
  ...counted('households', 'Agregados deslocados', 'Displaced households', householdUnit),
  ...counted('individuals', 'Pessoas deslocadas', 'Displaced people', people),
  ...counted('females', 'Mulheres e raparigas deslocadas', 'Displaced women and girls', people),
  ...counted('males', 'Homens e rapazes deslocados', 'Displaced men and boys', people),
  places('expected', 'Lugares na lista da ronda', 'Places on the list of the round'),
  places('assessed', 'Lugares visitados', 'Places visited'),
  places('carriedForward', 'Lugares com número mantido de uma ronda anterior', 'Places with a figure carried forward from an earlier round'),
  places('notAssessed', 'Lugares não visitados', 'Places not visited'),
  places('closed', 'Lugares encerrados', 'Places closed'),
]
