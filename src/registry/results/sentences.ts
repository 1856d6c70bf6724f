/** What is said when the strategy of a country pack cannot be used, and what to do. */
import type { Sentences } from '../../kernel/index.ts'

export const resultsSentences: Sentences = {
  'results.strategy-unreadable': {
    pt: 'O ficheiro da estratégia tem um erro em «{place}»: {problem}. Corrija-o no pacote do país e comece de novo.',
    en: 'The strategy file has a fault at "{place}": {problem}. Correct it in the country pack and start again.',
  },
  'results.strategy-inconsistent': {
    pt: 'A estratégia contradiz-se em {problems#} {problems#|ponto|pontos}: {problems}. Corrija-os no pacote do país e comece de novo.',
    en: 'The strategy contradicts itself in {problems#} {problems#|point|points}: {problems}. Correct them in the country pack and start again.',
  },
  'results.catalogue-unreadable': {
    pt: 'O catálogo de indicadores tem um erro em «{place}»: {problem}. Corrija-o no pacote do país e comece de novo.',
    en: 'The catalogue of indicators has a fault at "{place}": {problem}. Correct it in the country pack and start again.',
  },
  'results.indicator-twice': {
    pt: 'O catálogo traz mais do que um indicador com o código {codes}. Dê a cada um o seu código no pacote do país.',
    en: 'The catalogue brings more than one indicator with the code {codes}. Give each its own code in the country pack.',
  },
  'results.no-source': {
    pt: 'O indicador {indicator} ainda não se calcula: a parte que tem os registos ({domain}) ainda não existe. Introduza o valor com a sua prova.',
    en: 'Indicator {indicator} is not computed yet: the part that holds the records ({domain}) does not exist yet. Enter the value with its evidence.',
  },
  'results.is-computed': {
    pt: 'O indicador {indicator} calcula-se a partir dos registos; um valor escrito à mão não entra. Calcule o período.',
    en: 'Indicator {indicator} is computed from the records; a value typed by hand is not taken. Compute the period.',
  },
  'results.no-evidence': {
    pt: 'Falta a prova: diga onde se pode ler este valor (relatório, visita, ficheiro).',
    en: 'The evidence is missing: say where this value can be read (report, visit, file).',
  },
  'results.percent-averaged': {
    pt: 'Uma percentagem sem as suas duas partes não se guarda nem se soma. Indique o numerador e o denominador.',
    en: 'A percentage without its two parts is neither kept nor put together. Give the numerator and the denominator.',
  },
  'results.means-averaged': {
    pt: 'Médias de médias não se calculam. Junte os registos de que as médias foram feitas.',
    en: 'Means of means are not computed. Put together the records that the means were made of.',
  },
  'results.denominator-unknown': {
    pt: 'O denominador é zero: o valor não se conhece. Guarde-o como desconhecido, com a razão.',
    en: 'The denominator is zero: the value is unknown. Keep it as unknown, with the reason.',
  },
  'results.value-or-reason': {
    pt: 'Indique o valor, ou a razão porque não se sabe: um dos dois, não ambos.',
    en: 'Give the value, or the reason why it is unknown: one of the two, not both.',
  },
  'results.parts-do-not-sum': {
    pt: 'As partes somam {parts} e o total é {total}. Corrija as partes; quem não se sabe onde pertence é uma parte própria.',
    en: 'The parts add up to {parts} and the total is {total}. Correct the parts; those who cannot be placed are a part of their own.',
  },
  'results.no-such-breakdown': {
    pt: 'Este indicador não se decompõe por {breakdowns}, ou a decomposição vem duas vezes. A sua definição conhece: {known}.',
    en: 'This indicator is not broken down by {breakdowns}, or the breakdown comes twice. Its definition knows: {known}.',
  },
  'results.end-before-start': {
    pt: 'O período acaba em {to}, antes de começar em {from}. Corrija as datas.',
    en: 'The period ends on {to}, before it begins on {from}. Correct the dates.',
  },
  'results.locked': {
    pt: 'O período de {from} a {to} está fechado. O valor fica como está; para juntar uma correcção, escreva na nota a razão.',
    en: 'The period from {from} to {to} is locked. Its value stays as it is; to add a correction, write the reason in the note.',
  },
  'results.same-person': {
    pt: 'Quem introduziu ou verificou este valor não dá o passo seguinte. Peça a outra pessoa.',
    en: 'Whoever entered or verified this value does not take the next step. Ask another person.',
  },
  'results.target-without-reason': {
    pt: 'Já há uma marca para {day}. Para a alterar, diga porquê; a anterior fica à vista.',
    en: 'There is a mark for {day} already. To change it, say why; the earlier one stays in sight.',
  },
}
