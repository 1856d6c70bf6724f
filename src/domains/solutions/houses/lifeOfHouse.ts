/** From the choice of a household to twelve months after the keys. A stage opens when the one before passed; a house is a house when it is handed over (specification, 3.2). */
import { sql } from 'kysely'
import { type BuildingStage, yearOutcomes } from '../../../engines/solutions/index.ts'
import { boolean, date, insertRow, oneOf, type Refusal, refuse, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { officers } from '../office.ts'
import { House, type HouseRow, yesNoUnknown } from './house.ts'
import { notPassed } from './inspect.ts'
import { YearCheck } from './yearCheck.ts'

const by = officers
const passed = (stage: BuildingStage) => [({ id }: HouseRow, { db }: StepContext) => notPassed(db, id, stage)]

const stop = {
  label: { pt: 'Parar a obra', en: 'Stop the works' },
  to: 'stopped',
  by,
  asks: { because: text('Porquê', 'Why', { letters: 500 }) },
  also: async (_: HouseRow, { input }: StepContext) => ({ stoppedBecause: String(input.because) }),
} as const

const designAgreed = async ({ design }: HouseRow): Promise<Refusal[]> => (design ? [] : [refuse('house.no-design')])

/** Any state of the right to the ground will do, "none known" too, as long as somebody asked. */
async function handOverIncomplete({ id }: HouseRow, { db, input }: StepContext): Promise<Refusal[]> {
  const asked = await db.one(sql`select 1 from solutions.tenure where house = ${id}`)
  const missing = [...(asked ? [] : ['tenure']), ...['keys', 'leaflet', 'complaintWay'].filter((name) => name in input && input[name] !== true)]
  return missing.length > 0 ? [refuse('house.handover-incomplete', { missing })] : []
}

const dayAfterYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

async function tooEarly({ handOver }: HouseRow, { input }: StepContext): Promise<Refusal[]> {
  const due = handOver ? dayAfterYear(handOver.on) : null
  return due && typeof input.on === 'string' && input.on < due ? [refuse('house.check-early', { due })] : []
}

const check = {
  label: { pt: 'Verificar aos 12 meses', en: 'Check after 12 months' },
  to: 'checked_12m',
  by,
  asks: {
    on: date('Dia', 'Day'),
    outcome: oneOf('O que se encontrou', 'What was found', yearOutcomes),
    tenureConflict: oneOf('Conflito pela terra', 'Conflict over the land', yesNoUnknown),
  },
  unless: [tooEarly],
  also: async ({ id, scope }: HouseRow, { db, input }: StepContext) => {
    const { on, outcome, tenureConflict } = input as { on: string; outcome: (typeof yearOutcomes)[number]; tenureConflict: (typeof yesNoUnknown)[number] }
    await insertRow(db, YearCheck, { scope, house: id, checkedOn: on, outcome, tenureConflict })
    return undefined
  },
} as const

export const lifeOfHouse = workflow(House, {
  selected: { agree: { label: { pt: 'Modelo acordado', en: 'Design agreed' }, to: 'agreed_design', by, unless: [designAgreed] }, stop },
  agreed_design: { deliver: { label: { pt: 'Materiais entregues', en: 'Materials delivered' }, to: 'materials_delivered', by }, stop },
  materials_delivered: { begin: { label: { pt: 'Começar a fundação', en: 'Begin the foundation' }, to: 'foundation', by }, stop },
  foundation: { frame: { label: { pt: 'Começar a estrutura', en: 'Begin the frame' }, to: 'frame', by, unless: passed('foundation') }, stop },
  frame: { roof: { label: { pt: 'Começar o telhado', en: 'Begin the roof' }, to: 'roof', by, unless: passed('frame') }, stop },
  roof: { finish: { label: { pt: 'Acabamentos', en: 'Finishing' }, to: 'finished', by, unless: passed('roof') }, stop },
  finished: { inspect: { label: { pt: 'Para a última inspecção', en: 'On to the last inspection' }, to: 'inspected', by, unless: passed('finished') }, stop },
  inspected: {
    hand_over: {
      label: { pt: 'Entregar a casa', en: 'Hand the house over' },
      to: 'handed_over',
      by,
      asks: {
        on: date('Dia', 'Day'),
        keys: boolean('Chaves entregues', 'Keys given'),
        leaflet: boolean('Folheto de manutenção entregue', 'Upkeep leaflet given'),
        complaintWay: boolean('Explicado como reclamar', 'Way to complain explained'),
      },
      unless: [...passed('inspected'), handOverIncomplete],
      also: async (_: HouseRow, { input }: StepContext) => ({
        handOver: { on: String(input.on), keys: true, leaflet: true, complaintWay: true },
      }),
    },
    stop,
  },
  handed_over: { check },
  checked_12m: {},
  stopped: {},
})
