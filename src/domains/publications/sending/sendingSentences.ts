/** What sending to telephones refuses, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const sendingSentences: Sentences = {
  'opt-in.number-wrong': {
    pt: 'O número não serve. Escreva-o com o código do país, como +258 84 000 0000.',
    en: 'The number cannot be used. Write it with the code of the country, as +258 84 000 0000.',
  },
  'opt-in.known': {
    pt: 'Este número já está inscrito. Para mudar a língua ou o lugar, pare-o primeiro e a pessoa volta a pedir por SMS.',
    en: 'This number is on the list already. To change language or place, stop it first; the person then asks again by SMS.',
  },
  'opt-in.stopped': {
    pt: 'Esta pessoa disse que não quer mais mensagens em {since}. Só ela se pode inscrever de novo, escrevendo ENTRAR do seu telefone.',
    en: 'This person said on {since} that they want no more messages. Only they can join again, by writing JOIN from their own phone.',
  },
  'sending.gateway-off': {
    pt: 'A porta de saída das mensagens está desligada. Peça a quem opera o servidor que a ligue: capulana outward messages.',
    en: 'The gateway of messages is switched off. Ask whoever runs the server to switch it on: capulana outward messages.',
  },
  'sending.nobody': {
    pt: 'Ninguém se inscreveu para esta língua, este canal e este lugar. Escolha outra língua ou um lugar maior, ou use a rádio e as brigadas.',
    en: 'Nobody has joined for this language, this channel and this place. Choose another language or a larger place, or use the radio and the brigades.',
  },
  'sending.all-out': {
    pt: 'Já não há nada à espera: tudo foi entregue à porta de saída e não se pode chamar de volta.',
    en: 'Nothing waits any more: everything was handed to the gateway and cannot be called back.',
  },
}
