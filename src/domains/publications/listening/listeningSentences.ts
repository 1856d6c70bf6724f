/** What the record of listening refuses, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const listeningSentences: Sentences = {
  'listening.number': {
    pt: 'O texto traz um número de telefone, um e-mail ou outro número que leva a uma pessoa. Tire-o: escreva só a pergunta ou o boato.',
    en: 'The text carries a telephone number, an e-mail address or another number that leads to a person. Take it out: write the question or the rumour only.',
  },
  'listening.address': {
    pt: 'O texto traz uma morada. Tire-a: o distrito já está escrito em cima.',
    en: 'The text carries an address. Take it out: the district stands above already.',
  },
  'listening.name': {
    pt: 'O texto traz o nome de uma pessoa. Escreva «um chefe local» ou «uma pessoa»: um boato escrito com o nome continua a correr.',
    en: 'The text carries the name of a person. Write "a local chief" or "somebody": a rumour written down with the name goes on running.',
  },
  'listening.place': {
    pt: 'Diga o distrito onde se ouviu, ou a província se foi na rádio; nada mais perto.',
    en: 'Name the district where it was heard, or the province if it was on the radio; nothing nearer.',
  },
  'listening.in-the-future': {
    pt: 'O dia {day} ainda não chegou. Escreva a escuta depois de acontecer.',
    en: 'The day {day} has not come yet. Write the listening down after it happened.',
  },
  'listening.twice': {
    pt: 'Esta escuta já está escrita: mesmo canal, distrito, dia, língua e equipa. Acrescente nela o que se ouviu.',
    en: 'This listening is written down already: same channel, district, day, language and team. Add to it what was heard.',
  },
  'listening.struck': {
    pt: 'Esta escuta foi anulada e não conta. Escreva uma nova.',
    en: 'This listening was struck out and does not count. Write a new one.',
  },
  'listening.no-answer': { pt: 'Ainda não há resposta para autorizar. Escreva-a primeiro.', en: 'There is no answer to clear yet. Write it first.' },
}
