/** The words of the gap sheet, in both languages. */
import type { Language } from '../../../kernel/index.ts'

const pt = {
  title: 'Lacunas de artigos de socorro',
  district: 'Distrito',
  present: 'Presentes (agregados)',
  reached: 'Alcançados',
  onTheWay: 'A caminho',
  gap: 'Lacuna',
  source: 'Fonte e idade',
  over: (n: string) => `${n} a mais`,
  round: (operation: string, round: number, ageDays: number) => `${operation}, ronda ${round}, há ${ageDays} dias`,
  noRound: 'nenhuma ronda publicada',
  rule: (population: number, life: number) =>
    `Presentes: a ronda publicada mais recente; com mais de ${population} dias, ou sem número publicado, a lacuna é desconhecida e nunca zero. Alcançados nos últimos ${life} dias: agregados distintos a quem se entregou família a família; onde só há relatórios de parceiros, conta o maior de cada lugar. A caminho: agregados que os pedidos aprovados e ainda não relatados podem servir, menos os que o parceiro já serviu família a família.`,
  internal: 'Interno; não publicar.',
  map: 'Mapa das lacunas',
  none: 'sem lacuna',
  unknown: 'desconhecido',
  withheld: 'retido',
  schematic: 'Limites esquemáticos',
  nothing: 'Nenhum distrito tem números para este artigo.',
}

const en: typeof pt = {
  title: 'Gaps in relief goods',
  district: 'District',
  present: 'Present (households)',
  reached: 'Reached',
  onTheWay: 'On the way',
  gap: 'Gap',
  source: 'Source and age',
  over: (n) => `${n} over`,
  round: (operation, round, ageDays) => `${operation}, round ${round}, ${ageDays} days old`,
  noRound: 'no published round',
  rule: (population, life) =>
    `Present: the newest published round; older than ${population} days, or without a published figure, the gap is unknown and never zero. Reached in the last ${life} days: distinct households served family by family; where there are only reports of partners, the largest of each place counts. On the way: households that approved and not yet reported requests can serve, less those whom the partner has served family by family.`,
  internal: 'Internal; not for publication.',
  map: 'Map of the gaps',
  none: 'no gap',
  unknown: 'unknown',
  withheld: 'withheld',
  schematic: 'Schematic boundaries',
  nothing: 'No district has figures for this item.',
}

export const gapWords: Record<Language, typeof pt> = { pt, en }
