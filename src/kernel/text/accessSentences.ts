/** What is said at the door: signing in, second factor, sessions and tokens. */
import type { Sentences } from './sentences.ts'

export const accessSentences: Sentences = {
  'access.not-found': { pt: 'Não há nada para si neste endereço.', en: 'There is nothing here for you at this address.' },
  'access.not-allowed': {
    pt: 'A sua função não permite este passo. Peça a quem a tem, ou à administração que lha dê.',
    en: 'Your role does not allow this step. Ask someone who has the role, or ask the administrator to give it to you.',
  },
  'access.key-wrong': {
    pt: 'Esta chave de telefone não se conhece. Peça ao escritório um código QR novo e leia-o no telefone.',
    en: 'This phone key is not known. Ask the office for a new QR code and scan it on the phone.',
  },
  'access.key-ended': {
    pt: 'A chave deste telefone já não vale. O seu trabalho continua no telefone: peça ao escritório um código QR novo e envie depois.',
    en: 'The key of this phone is no longer valid. Your work is still on the phone: ask the office for a new QR code, then send.',
  },
  'access.basic-needs-tls': {
    pt: 'Com nome e frase-passe só se entra por https. Mude o endereço do servidor para https, ou use o código QR.',
    en: 'Name and passphrase are taken over https only. Change the server address to https, or use the QR code.',
  },
  'access.sign-in-needed': { pt: 'Entre primeiro; depois abra este endereço outra vez.', en: 'Sign in first, then open this address again.' },
  'access.sign-in-wrong': {
    pt: 'O endereço, a frase-passe ou o código não estão certos. Tente de novo, ou peça uma ligação de entrada à administração.',
    en: 'The address, the passphrase or the code is not right. Try again, or ask the administrator for a sign-in link.',
  },
  'access.code-needed': {
    pt: 'Escreva também o código de seis algarismos da sua aplicação, ou um código de recuperação.',
    en: 'Also type the six-digit code from your authenticator app, or a recovery code.',
  },
  'access.code-wrong': {
    pt: 'O código não está certo. Espere pelo próximo e escreva-o de novo.',
    en: 'The code is not right. Wait for the next one and type it again.',
  },
  'access.locked': {
    pt: 'Demasiadas tentativas. Espere {minutes} {minutes|minuto|minutos}, ou peça uma ligação de entrada à administração.',
    en: 'Too many tries. Wait {minutes} {minutes|minute|minutes}, or ask the administrator for a sign-in link.',
  },
  'access.link-used': {
    pt: 'Esta ligação já foi usada ou expirou. Peça outra à administração.',
    en: 'This link was used already or has expired. Ask the administrator for another.',
  },
  'access.passphrase-short': {
    pt: 'Escolha uma frase-passe de {letters} {letters|letra|letras} ou mais.',
    en: 'Choose a passphrase of {letters} {letters|letter|letters} or more.',
  },
  'access.token-too-wide': {
    pt: 'Uma chave não pode ter mais do que quem a cria. Retire: {roles} {areas}.',
    en: 'A token cannot hold more than the person who makes it. Leave out: {roles} {areas}.',
  },
  'access.too-many-requests': {
    pt: 'Demasiados pedidos de uma vez. Espere um minuto e continue.',
    en: 'Too many requests at once. Wait a minute, then go on.',
  },
  'access.wrong-origin': {
    pt: 'Este pedido veio de outra página. Abra a mesa de trabalho e faça-o de lá.',
    en: 'This request came from another page. Open the desk and do it from there.',
  },
  'access.not-by-token': {
    pt: 'Uma chave não pode mudar como a sua dona ou o seu dono entra. Entre na mesa de trabalho e mude-o lá.',
    en: 'A token cannot change how its owner signs in. Sign in to the desk and change it there.',
  },
  'access.second-factor-needed': {
    pt: 'A sua função exige um segundo factor. Abra a mesa de trabalho e ligue-o; depois tudo o resto se abre.',
    en: 'Your role demands a second factor. Open the desk and set it up; everything else opens after that.',
  },
  'access.present-code-wrong': {
    pt: 'Escreva um código do telefone de agora, ou um código de recuperação que ainda não usou.',
    en: 'Write a code from the present phone, or a recovery code that you have not used yet.',
  },
  'access.no-second-factor': {
    pt: 'Esta conta não tem segundo factor. Ligue-o primeiro em «A minha conta».',
    en: 'This account has no second factor. Set it up first under "My account".',
  },
}
