/** What is refused when an operator names a way out of the house. */
import type { Sentences } from '../text/sentences.ts'

export const outwardSentences: Sentences = {
  'outward.address-wrong': {
    pt: '«{address}» não serve como endereço da porta de mensagens. Escreva um endereço https:// sem nome, senha nem parâmetros; para um servidor da própria rede acrescente --inside.',
    en: '“{address}” cannot be the address of the message gateway. Write an https:// address without name, password or parameters; for a server of your own network add --inside.',
  },
  'outward.mail-address-wrong': {
    pt: '«{address}» não serve como servidor de correio. Escreva smtps://nome@servidor:465 ou smtp://nome@servidor:587 e ponha a senha num ficheiro (--secret); para um servidor da própria rede acrescente --inside.',
    en: '“{address}” cannot be the mail server. Write smtps://name@server:465 or smtp://name@server:587 and put the password into a file (--secret); for a server of your own network add --inside.',
  },
  'outward.sender-wrong': {
    pt: 'Falta o endereço de quem envia. Acrescente --from nome@organização.',
    en: 'The address of the sender is missing. Add --from name@organisation.',
  },
  'outward.site-missing': {
    pt: 'Falta o endereço público do portal, para onde levam as ligações das mensagens. Acrescente --site https://dados.organização.',
    en: 'The public address of the portal is missing, where the links in e-mails lead. Add --site https://data.organisation.',
  },
  'outward.secret-missing': {
    pt: 'Falta o segredo da porta de mensagens. Guarde-o num ficheiro e diga qual: --secret FICHEIRO.',
    en: 'The secret of the message gateway is missing. Keep it in a file and name it: --secret FILE.',
  },
  'outward.unknown-way': {
    pt: 'Não há saída «{way}». Escolha entre: {known}.',
    en: 'There is no way out “{way}”. Choose among: {known}.',
  },
}
