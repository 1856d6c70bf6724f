/** What linkage refuses, and what must stand beside a model that knows less than it seems. */
import type { Sentences } from './sentences.ts'

export const linkageSentences: Sentences = {
  'linkage.numbers-do-not-fit': {
    pt: 'Há {rows} {rows|pessoa|pessoas} e {numbers} {numbers|número|números} de documento. Dê um número a cada pessoa, ou deixe-o vazio.',
    en: 'There are {rows} {rows|person|people} and {numbers} document {numbers|number|numbers}. Give every person a number, or leave it empty.',
  },
  'linkage.group-too-large': {
    pt: 'A regra “{rule}” junta {rows} {rows|registo|registos} em {groups} {groups|grupo grande de mais|grupos grandes de mais} para comparar. Os pares que só ela encontra ficam por ver: acrescente uma regra mais fina.',
    en: 'The rule "{rule}" puts {rows} {rows|record|records} into {groups} {groups|group|groups} too large to compare. Pairs that only it finds are not seen: add a finer rule.',
  },
  'linkage.not-learned': {
    pt: 'Não houve pares para aprender o peso de “{comparison}”; usa-se o peso inicial. Reveja mais pares e treine de novo.',
    en: 'There were no pairs to learn the weight of "{comparison}" from; the first weight is used. Review more pairs and train again.',
  },
  'linkage.prior-guessed': {
    pt: 'Nenhum par cumpre as regras certas nestes {rows} {rows|registo|registos}: a frequência de duplicados é um palpite. Leia as sugestões com reserva.',
    en: 'No pair meets the certain rules in these {rows} {rows|record|records}: how common duplicates are is a guess. Take the suggestions with care.',
  },
}
