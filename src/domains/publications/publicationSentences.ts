/** What the request for restricted data refuses, in words that say what to do next. */
import type { Sentences } from '../../kernel/index.ts'

export const publicationSentences: Sentences = {
  'publish.marks-endanger': {
    pt: 'O nome de {donor} não pode aparecer em {places}: a regra do doador diz que lá põe pessoas em perigo. Tire-o dos doadores, ou escolha um lugar maior.',
    en: 'The name of {donor} cannot appear at {places}: the rule of the donor says that it endangers people there. Take it out of the donors, or choose a larger place.',
  },
  'visibility.no-rule': {
    pt: 'Deste doador não há regra de visibilidade. Escreva-a em Registos, com o acordo de onde vem.',
    en: 'There is no visibility rule of this donor. Write it in Records, with the agreement that it comes from.',
  },
  'event.ends-before-it-begins': { pt: 'O evento acaba antes de começar. Corrija as horas.', en: 'The event ends before it begins. Correct the hours.' },
  'event.donor-unknown': {
    pt: 'Um dos doadores não está no registo de organizações. Escolha-o da lista.',
    en: 'One of the donors is not in the register of organisations. Choose it from the list.',
  },
  'event.cancelled': { pt: 'Este evento foi cancelado. Planeie outro.', en: 'This event was cancelled. Plan another one.' },
  'event.not-for-the-public': {
    pt: 'Este evento não é aberto ao público. Mude isso primeiro, se deve aparecer no portal.',
    en: 'This event is not open to the public. Change that first, if it is to stand on the portal.',
  },
  'subscription.mail-off': {
    pt: 'Nesta casa o correio electrónico ainda não está ligado. Use a ligação Atom desta página: um leitor de novidades avisa-o na mesma.',
    en: 'E-mail is not switched on in this house yet. Use the Atom link of this page: a news reader tells you just as well.',
  },
  'subscription.choice-wrong': {
    pt: 'Uma das áreas ou um dos lugares não está na lista. Escolha de novo.',
    en: 'One of the areas or places is not in the list. Choose again.',
  },
  'subscription.link-unknown': {
    pt: 'Esta ligação já não abre nada: a subscrição acabou, ou a confirmação demorou mais de sete dias. Pode subscrever de novo.',
    en: 'This link opens nothing any more: the subscription ended, or the confirmation took more than seven days. You can subscribe again.',
  },
  'publications.field-missing': { pt: 'Falta: {label}. Preencha e envie de novo.', en: 'Missing: {label}. Fill it in and send again.' },
  'publications.field-too-long': {
    pt: '{label}: no máximo {letters} {letters|letra|letras}. Encurte e envie de novo.',
    en: '{label}: at most {letters} {letters|letter|letters}. Shorten it and send again.',
  },
  'publications.email-wrong': {
    pt: 'O e-mail não parece completo. É para lá que vai a resposta: escreva-o como nome@organizacao.org.',
    en: 'The e-mail address does not look complete. The answer goes there: write it as name@organisation.org.',
  },
  'publications.use-until-wrong': {
    pt: 'Diga até quando usa os dados: um dia depois de hoje, até {latest}.',
    en: 'Say until when you use the data: a day after today, up to {latest}.',
  },
  'publications.terms-not-agreed': {
    pt: 'Para pedir ou abrir os dados é preciso aceitar as condições. Leia-as e marque a caixa.',
    en: 'To ask for the data or open them the terms must be accepted. Read them and tick the box.',
  },
  'publications.too-many-waiting': {
    pt: 'Há demasiados pedidos à espera e este não foi guardado. Tente de novo daqui a uns dias.',
    en: 'Too many requests are waiting and this one was not kept. Try again in a few days.',
  },
  'publications.nothing-restricted': {
    pt: 'Esta publicação não tem ficheiro reservado: tudo o que tem está na sua página.',
    en: 'This publication has no restricted file: all that it has is on its page.',
  },
  'publications.wrong-state': {
    pt: 'O pedido {number} já não está no passo que o permite. Recarregue a lista: talvez outra pessoa já tenha decidido.',
    en: 'Request {number} is no longer at the step that allows this. Reload the list: somebody else may have decided already.',
  },
  'publications.same-person': {
    pt: 'Quem preparou o pedido não o concede. Peça a outra pessoa com o papel de oficial de dados.',
    en: 'Whoever prepared the request does not grant it. Ask another data officer.',
  },
  'publications.grant-too-long': {
    pt: 'O acesso acaba depois de hoje e no máximo a {until}, o dia que a pessoa pediu. Escolha outro dia.',
    en: 'The access ends after today and at the latest on {until}, the day that the person asked for. Choose another day.',
  },
  'publications.erased': {
    pt: 'Os dados de quem fez o pedido {number} já foram apagados. Peça-lhe que faça um novo pedido.',
    en: 'Who made request {number} was erased already. Ask them for a new request.',
  },
  'publications.link-unknown': {
    pt: 'Esta ligação não abre nada. Copie-a inteira da mensagem que recebeu, ou peça uma nova a quem lha enviou.',
    en: 'This link opens nothing. Copy the whole of it from the message that you received, or ask whoever sent it for a new one.',
  },
  'publications.link-expired': {
    pt: 'O acesso do pedido {number} acabou a {until}. Se ainda precisa dos dados, faça um novo pedido na página da publicação; apague a cópia que tem.',
    en: 'The access of request {number} ended on {until}. If you still need the data, make a new request on the page of the publication; delete the copy that you have.',
  },
  'publications.link-revoked': {
    pt: 'O acesso do pedido {number} foi retirado. Apague a cópia que tem; para saber porquê, responda a quem lhe enviou a ligação.',
    en: 'The access of request {number} was taken back. Delete the copy that you have; to know why, answer whoever sent you the link.',
  },
}
