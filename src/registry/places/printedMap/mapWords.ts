/** What a printed map says, in both languages. */
import type { Language } from '../../../kernel/index.ts'

const words = {
  pt: {
    title: 'Mapa de {name}',
    index: 'Índice de lugares por quadrícula',
    site: 'centro',
    north: 'N',
    posto: 'Posto administrativo',
    locality: 'Localidade ou povoação',
    siteKind: 'Centro de deslocados',
    area: 'Limite da área do mapa',
    scale: 'Escala 1:{scale}',
    projection: 'Projecção UTM, zona {zone}, WGS 84. Quadrícula de {square}; o norte é o da quadrícula.',
    sources: 'Fontes: limites: {boundaries}; lugares: {places}. Desenho: {mission}.',
    schematic: 'Áreas esquemáticas, desenhadas a partir dos pontos dos lugares: não são fronteiras.',
    official: 'Limites e nomes neste mapa não significam que alguém os tenha reconhecido.',
    licence: 'Pode copiar-se e distribuir-se com esta linha de fontes.',
    internal: 'USO INTERNO: não se distribui.',
    border: 'Posto fronteiriço',
    borderShort: 'fronteira',
    flowPoint: 'Outro ponto de fluxo',
    flowShort: 'fluxo',
    service: 'Serviço',
    serviceShort: 'serviço',
    posts: 'Posições dos postos: aproximadas, um ponto calculado dentro do limite; a posição da sede não tem fonte confirmada.',
    emptyLayers: 'Sem registo nesta área: {layers}. Não quer dizer que não existam.',
    alt: 'Mapa de {name} com quadrícula de letras e números; os lugares estão no índice com a sua quadrícula.',
  },
  en: {
    title: 'Map of {name}',
    index: 'Index of places by square',
    site: 'site',
    north: 'N',
    posto: 'Administrative post',
    locality: 'Locality or village',
    siteKind: 'Displacement site',
    area: 'Limit of the mapped area',
    scale: 'Scale 1:{scale}',
    projection: 'UTM projection, zone {zone}, WGS 84. Squares of {square}; north is that of the grid.',
    sources: 'Sources: boundaries: {boundaries}; places: {places}. Drawing: {mission}.',
    schematic: 'Schematic areas, drawn from the points of the places: they are not borders.',
    official: 'Boundaries and names on this map do not mean that anybody has recognised them.',
    licence: 'May be copied and handed on with this line of sources.',
    internal: 'INTERNAL: not to be handed on.',
    border: 'Border post',
    borderShort: 'border',
    flowPoint: 'Other flow point',
    flowShort: 'flow',
    service: 'Service',
    serviceShort: 'service',
    posts: 'Positions of posts: approximate, a point calculated inside the boundary; the position of the seat has no confirmed source.',
    emptyLayers: 'Nothing on record in this area: {layers}. It does not mean that there is none.',
    alt: 'Map of {name} with a grid of letters and numbers; the places stand in the index with their square.',
  },
} as const

export type MapWord = keyof (typeof words)['pt']

export const mapWord = (lang: Language, key: MapWord, facts: Record<string, string> = {}): string =>
  words[lang][key].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
