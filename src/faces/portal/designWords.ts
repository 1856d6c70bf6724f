/** Words of the public library of house designs. */
import type { Bilingual } from '../../kernel/shared.ts'

export const designWords = {
  designsTitle: { pt: 'Modelos de casas', en: 'House designs' },
  designsIntro: {
    pt: 'Modelos que qualquer pessoa pode construir, com os seus desenhos e sob a licença indicada. Um desenho não substitui o engenheiro nem a norma do lugar.',
    en: 'Designs that anybody may build, with their drawings and under the licence told. A drawing replaces neither the engineer nor the rules of the place.',
  },
  designsNone: { pt: 'Ainda não há modelos publicados.', en: 'No designs are published yet.' },
  designEdition: { pt: '{code}, edição {edition}', en: '{code}, edition {edition}' },
  designArea: { pt: 'Área', en: 'Area' },
  designRooms: { pt: 'Divisões', en: 'Rooms' },
  designHazards: { pt: 'Contra vento e água', en: 'Against wind and water' },
  designAccess: { pt: 'Acessibilidade', en: 'Accessibility' },
  designCost: { pt: 'Custo de uma casa', en: 'Cost of a house' },
  designPrices: { pt: 'a preços de {day}', en: 'at prices of {day}' },
  designLicence: { pt: 'Licença', en: 'Licence' },
  designMaterials: { pt: 'Materiais', en: 'Materials' },
  designMaterial: { pt: 'Material', en: 'Material' },
  designQuantity: { pt: 'Quantidade', en: 'Quantity' },
  designUnsaid: { pt: 'não indicado', en: 'not said' },
  design_roof_fixing: { pt: 'telhado amarrado', en: 'roof tied down' },
  design_bracing: { pt: 'contraventamento', en: 'bracing' },
  design_foundation: { pt: 'fundação', en: 'foundation' },
  design_raised_floor: { pt: 'chão elevado', en: 'raised floor' },
  design_drainage: { pt: 'drenagem', en: 'drainage' },
  design_openings: { pt: 'aberturas protegidas', en: 'protected openings' },
} as const satisfies Record<string, Bilingual>
