/** What the month of the 4W says when something cannot be done. */
import type { Sentences } from '../../../kernel/index.ts'

export const monthSentences: Sentences = {
  'coordination.month-begins-first': {
    pt: 'O mês escreve-se pelo seu primeiro dia, e não {month}. Escolha o dia 1.',
    en: 'A month is written by its first day, and not {month}. Choose day 1.',
  },
  'coordination.due-before-month': {
    pt: 'O prazo ({dueOn}) é antes do mês ({month}). Escolha um prazo depois.',
    en: 'The due day ({dueOn}) is before the month ({month}). Choose a later one.',
  },
  'coordination.month-open-already': {
    pt: 'O mês {month} já foi aberto. Continue com ele.',
    en: 'The month {month} was opened already. Go on with it.',
  },
  'coordination.earlier-month-open': {
    pt: 'O mês {month} ainda não foi fechado. Valide-o e feche-o antes de abrir outro.',
    en: 'The month {month} is not locked yet. Validate and lock it before you open another.',
  },
  'coordination.month-not-there': {
    pt: 'O mês {month} está no estado «{state}» e este passo não se pode dar daí. Volte a carregar a página e veja o passo seguinte.',
    en: 'The month {month} is "{state}" and this step cannot be taken from there. Load the page again and see the next step.',
  },
  'coordination.month-locked': {
    pt: 'O mês {month} está fechado. Escreva o motivo: a mudança fica como correcção, e o que se fechou fica como estava.',
    en: 'The month {month} is locked. Write the reason: the change is kept as a correction, and what was locked stays as it was.',
  },
  'coordination.no-month-open': {
    pt: 'Ainda não há mês aberto. Peça à coordenação do cluster que o abra.',
    en: 'No month is open yet. Ask the cluster coordination to open it.',
  },
  'coordination.no-organisation': {
    pt: 'A sua conta não está ligada a uma organização do registo. Peça à administração que escolha a organização na sua conta.',
    en: 'Your account is not tied to an organisation of the register. Ask the administrator to choose the organisation on your account.',
  },
  'coordination.unit-missing': {
    pt: 'Falta dizer o que o número conta: pessoas, agregados, instalações ou artigos. Escolha a unidade.',
    en: 'It is missing what the number counts: people, households, facilities or items. Choose the unit.',
  },
  'coordination.stale': {
    pt: 'Em {month} falta responder por {activities} {activities|actividade|actividades}. Diga de cada uma se continua, terminou ou mudou, e entregue depois.',
    en: 'For {month} {activities} {activities|activity is|activities are} not answered for yet. Say of each whether it goes on, has ended or has changed, and hand in after that.',
  },
  'coordination.published-already': {
    pt: 'O mês {month} já foi publicado. Escreva o que mudou, nas duas línguas, para publicar outra versão.',
    en: 'The month {month} was published already. Write what changed, in both languages, to publish another version.',
  },
  'coordination.terms-missing': {
    pt: 'Falta a licença ou o crédito. Escreva sob que licença se publica e quem se cita.',
    en: 'The licence or the credit is missing. Write under which licence it is published and who is cited.',
  },
  'coordination.nothing-to-publish': {
    pt: 'Em {month} nenhuma actividade em curso ou concluída tem província e sector. Complete as actividades antes de publicar.',
    en: 'In {month} no activity that is ongoing or completed has a province and a sector. Complete the activities before you publish.',
  },
}
