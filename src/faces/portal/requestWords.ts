/** Words of restricted data: how one asks for them, what happens to what one writes, and what the link opens. */
import type { Bilingual } from '../../kernel/shared.ts'

export const requestWords = {
  restricted: { pt: 'Dados reservados', en: 'Restricted data' },
  restrictedIntro: {
    pt: 'Os números de cada lugar desta ronda não são públicos: dizem onde vivem poucas pessoas. Quem precisa deles para planear assistência pode pedi-los.',
    en: 'The figures of each place of this round are not public: they tell where few people live. Whoever needs them to plan assistance can ask for them.',
  },
  restrictedAsk: { pt: 'Pedir os dados por lugar', en: 'Ask for the data by place' },
  requestTitle: { pt: 'Pedir dados reservados', en: 'Ask for restricted data' },
  requestIntro: {
    pt: 'Pede o ficheiro dos lugares de «{title}», versão {version}: uma linha por lugar, com código, tipo, coordenadas, agregados e pessoas. Duas pessoas decidem, e a resposta vai para o seu e-mail.',
    en: 'You ask for the file of places of “{title}”, version {version}: one line a place, with code, kind, coordinates, households and people. Two people decide, and the answer goes to your e-mail.',
  },
  requestName: { pt: 'O seu nome', en: 'Your name' },
  requestOrganisation: { pt: 'Organização', en: 'Organisation' },
  requestEmail: { pt: 'E-mail para a resposta', en: 'E-mail for the answer' },
  requestPurpose: { pt: 'Para que servem', en: 'What they are for' },
  requestPurposeHint: {
    pt: 'Que decisão ajudam a tomar, onde, e quem os vai ver. Não escreva nomes de pessoas assistidas.',
    en: 'Which decision they help to take, where, and who will see them. Write no names of people who are assisted.',
  },
  requestUntil: { pt: 'Usar até', en: 'Use until' },
  requestAgree: {
    pt: 'Não publico o ficheiro, não o passo a ninguém, não o junto a outros dados para encontrar pessoas, e apago-o no fim do prazo.',
    en: 'I do not publish the file, pass it on, or join it with other data to find people, and I delete it when the time ends.',
  },
  requestSend: { pt: 'Enviar o pedido', en: 'Send the request' },
  requestPersonal: { pt: 'O que acontece ao que escreve aqui', en: 'What happens to what you write here' },
  requestPersonal1: {
    pt: 'O nome, a organização, o e-mail e o motivo servem só para decidir o pedido e responder-lhe. Ficam selados com uma chave própria; só os oficiais de dados da missão os abrem, e cada abertura fica anotada.',
    en: 'Your name, organisation, e-mail and purpose serve only to decide on the request and to answer you. They are sealed under a key of their own; only the data officers of the mission open them, and each look is written down.',
  },
  requestPersonal2: {
    pt: 'São apagados seis meses depois de uma recusa, um ano depois do fim do acesso, e um ano depois do pedido se ninguém decidir. Antes disso, quando pedir: diga o número do pedido.',
    en: 'They are erased six months after a refusal, one year after the access ends, and one year after the request if nobody decides. Earlier whenever you ask: give the number of your request.',
  },
  requestPersonal3: {
    pt: 'O ficheiro leva em cada linha o número do seu pedido, e na primeira folha a organização e o motivo: assim se sabe de quem é uma cópia.',
    en: 'The file carries the number of your request on each line, and on its first sheet your organisation and purpose: so it is known whose a copy is.',
  },
  requestWrong: { pt: 'O pedido ainda não foi enviado', en: 'The request was not sent yet' },
  requestReceived: { pt: 'Pedido recebido: {number}', en: 'Request received: {number}' },
  requestReceivedNote: {
    pt: 'Guarde este número: com ele pode perguntar pelo pedido ou mandar apagá-lo. A resposta vai para o e-mail que escreveu; esta página não a mostra.',
    en: 'Keep this number: with it you can ask about the request or have it erased. The answer goes to the e-mail that you wrote; this page does not show it.',
  },
  linkTitle: { pt: 'O ficheiro que pediu', en: 'The file that you asked for' },
  linkIntro: {
    pt: 'Pedido {number}, feito por {organisation}. Abre os lugares de «{title}», versão {version}, até {until}. Cada abertura fica anotada.',
    en: 'Request {number}, made by {organisation}. It opens the places of “{title}”, version {version}, until {until}. Each opening is written down.',
  },
  linkOpen: { pt: 'Aceito as condições: abrir o ficheiro', en: 'I accept the terms: open the file' },
  linkClosed: { pt: 'Esta ligação já não abre', en: 'This link no longer opens' },
  refusedTitle: { pt: 'Isto não foi feito', en: 'This was not done' },
  backToPublication: { pt: 'Voltar à publicação', en: 'Back to the publication' },
} as const satisfies Record<string, Bilingual>
