/** What the engine of flows refuses, and what must stand beside a figure of movements. */
import type { Sentences } from './sentences.ts'

export const flowSentences: Sentences = {
  'flow.place-unknown': {
    pt: 'O lugar {place} não está na lista deste quadro. Acrescente-o, ou deixe a origem ou o destino vazio se ninguém o sabe.',
    en: 'The place {place} is not in the list of this table. Add it, or leave origin or destination empty if nobody knows it.',
  },
  'flow.place-twice': {
    pt: 'O lugar {place} está duas vezes na lista. Deixe-o uma vez.',
    en: 'The place {place} stands twice in the list. Leave it once.',
  },
  'flow.outside-period': {
    pt: 'Há um movimento no passo {step}, fora do período (de 0 até menos de {steps}). Corrija a data, ou alargue o período.',
    en: 'There is a movement at step {step}, outside the period (from 0 to less than {steps}). Correct the date, or widen the period.',
  },
  'flow.number-unusable': {
    pt: 'O número «{found}» não serve. Escreva um número que não seja negativo, ou deixe vazio se ninguém o sabe.',
    en: 'The number "{found}" is of no use. Write a number that is not negative, or leave it empty if nobody knows it.',
  },
  'flow.columns-differ': {
    pt: 'Uma coluna tem {found} {found|valor|valores} e as outras {rows}. Use colunas do mesmo ficheiro.',
    en: 'A column has {found} {found|value|values} and the others {rows}. Use columns of the same file.',
  },
  'flow.points-on-one-corridor': {
    pt: 'No corredor {corridor} contaram vários pontos ({points}), e somá-los contaria as pessoas duas vezes. Diga qual dos pontos vale para o corredor.',
    en: 'On corridor {corridor} several points counted ({points}), and adding them would count people twice. Say which point stands for the corridor.',
  },
  'flow.matrices-differ': {
    pt: 'Os quadros não têm os mesmos lugares e períodos (o segundo tem lugares: {places}, passos: {steps}). Faça-os com a mesma lista.',
    en: 'The tables do not have the same places and periods (the second has places: {places}, steps: {steps}). Make them with the same list.',
  },
  'flow.hours-impossible': {
    pt: 'Não pode ser: {hoursObserved} de {hoursOpen} {hoursOpen|hora|horas}, {daysObserved} de {daysInPeriod} {daysInPeriod|dia|dias}, com este número de pessoas. Corrija a sessão.',
    en: 'It cannot be: {hoursObserved} of {hoursOpen} {hoursOpen|hour|hours}, {daysObserved} of {daysInPeriod} {daysInPeriod|day|days}, with this number of people. Correct the session.',
  },
  'flow.extrapolated': {
    pt: 'Calculado a partir de {percent} % do tempo (vezes {factor}), não contado. Mostre-o como estimativa.',
    en: 'Worked out from {percent} % of the time (times {factor}), not counted. Show it as an estimate.',
  },
  'flow.not-observed': {
    pt: 'Ninguém observou este ponto no período (dias: {daysInPeriod}), por isso não há número. Não o leia como zero.',
    en: 'Nobody observed this point in the period (days: {daysInPeriod}), so there is no figure. Do not read it as zero.',
  },
  'flow.points-not-observed': {
    pt: 'Sem número em {missing} de {points} {points|ponto|pontos}: o total é só dos outros. Não o compare com um período mais completo.',
    en: 'Without a figure at {missing} of {points} {points|point|points}: the total is of the others only. Do not compare it with a more complete period.',
  },
  'flow.series-too-short': {
    pt: 'A série tem {steps} {steps|valor|valores} e precisa de {needed}, dois períodos inteiros. Espere por mais dados, ou escolha um período mais curto.',
    en: 'The series has {steps} {steps|value|values} and needs {needed}, two whole periods. Wait for more data, or choose a shorter period.',
  },
  'flow.season-never-seen': {
    pt: 'No tempo {time} do período não há nenhum valor que sirva, e a época não se calcula. Complete a série.',
    en: 'At time {time} of the period there is no usable value, and the season cannot be worked out. Complete the series.',
  },
  'flow.unit-twice': {
    pt: 'Na mesma ronda, encontradas mais de uma vez: {units}. Resolva primeiro os duplicados.',
    en: 'In the same round, found more than once: {units}. Settle the duplicates first.',
  },
  'flow.place-not-covered': {
    pt: 'Alguém foi encontrado em {place}, que a ronda não diz ter coberto. Acrescente o lugar à lista da ronda.',
    en: 'Somebody was found in {place}, which the round does not say it covered. Add the place to the list of the round.',
  },
}
