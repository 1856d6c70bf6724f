/**
 * What is looked at in each stage, and which of it a house cannot stand without. A working list of the product, in the order of building back better guidance for wind and
 * water; the national norm takes its place when it is confirmed, as a new edition.
 */
import type { BuildingStage, RoundItem } from '../../../engines/solutions/index.ts'
import { goodExamples } from './goodExamples.ts'

const item = (code: string, pt: string, en: string, vital = false): RoundItem => ({ code, label: { pt, en }, vital, example: goodExamples[code] })

export const checklistEdition = 1
export const checklist: Record<BuildingStage, readonly RoundItem[]> = {
  foundation: [
    item('depth', 'Profundidade e largura da fundação', 'Depth and width of the foundation', true),
    item('raised', 'Soalho acima da linha de cheia conhecida', 'Floor above the known flood line', true),
    item('anchors', 'Pilares ou ancoragens metidos na fundação', 'Posts or anchors set into the foundation', true),
    item('drainage', 'Água corre para longe da casa', 'Water runs away from the house'),
  ],
  frame: [
    item('bracing', 'Contraventamento em cada parede', 'Bracing in each wall', true),
    item('joints', 'Ligações pregadas e atadas', 'Joints nailed and tied', true),
    item('treated', 'Madeira e bambu tratados', 'Wood and bamboo treated', true),
    item('openings', 'Portas e janelas longe dos cantos', 'Doors and windows away from corners'),
  ],
  roof: [
    item('straps', 'Cintas do telhado à estrutura', 'Roof strapped to the frame', true),
    item('spacing', 'Distância entre ripas e fixações', 'Spacing of battens and fixings', true),
    item('overhang', 'Beiral curto contra o vento', 'Short overhang against wind'),
    item('pitch', 'Inclinação do telhado', 'Pitch of the roof'),
  ],
  finished: [
    item('doors', 'Portas e janelas fecham', 'Doors and windows close', true),
    item('walls', 'Paredes sem fendas nem falhas', 'Walls without cracks or gaps'),
    item('latrine', 'Latrina ao alcance de todos', 'Latrine within everybody’s reach'),
  ],
  inspected: [
    item('sound', 'Casa sem defeitos em aberto', 'House without open defects', true),
    item('access', 'Entrada ao alcance de quem nela vive', 'Entrance within reach of who lives there', true),
    item('household', 'O agregado viu a casa e concorda', 'The household has seen the house and agrees', true),
  ],
}
