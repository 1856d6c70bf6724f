/** What is said about services. */
import type { Sentences } from '../../../kernel/index.ts'

export const serviceSentences: Sentences = {
  'service.place-unknown': {
    pt: 'O lugar {place} não está no registo de lugares. Escolha-o na lista.',
    en: 'The place {place} is not in the register of places. Choose it from the list.',
  },
  'service.channel-missing': {
    pt: 'De um serviço sensível só se diz como chegar a ele. Escreva o canal, por exemplo a linha telefónica.',
    en: 'Of a sensitive service only the way to reach it is told. Write the channel, for example the telephone line.',
  },
  'service.not-verified': {
    pt: 'Diga em que dia se verificou o serviço, ou deixe o estado como desconhecido.',
    en: 'Say on which day the service was verified, or leave its status unknown.',
  },
}
