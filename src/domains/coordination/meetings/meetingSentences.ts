/** What is said about groups, meetings and their actions. */
import type { Sentences } from '../../../kernel/index.ts'

export const meetingSentences: Sentences = {
  'group.chair-not-member': {
    pt: 'Quem preside tem de ser membro do grupo. Acrescente a organização aos membros ou escolha outra.',
    en: 'The chair must be a member of the group. Add the organisation to the members or choose another.',
  },
  'group.organisation-unknown': {
    pt: 'Um dos membros não está no registo de organizações. Registe a organização e escolha-a de novo.',
    en: 'One of the members is not in the register of organisations. Register the organisation and choose it again.',
  },
  'meeting.ends-before-start': {
    pt: 'A reunião acaba antes de começar. Corrija as horas.',
    en: 'The meeting ends before it starts. Correct the times.',
  },
  'meeting.nobody-present': {
    pt: 'Não está marcada nenhuma organização presente. Diga quem esteve e quantas pessoas.',
    en: 'No organisation is marked as present. Say who was there and how many people.',
  },
  'meeting.nothing-recorded': {
    pt: 'A acta está vazia. Escreva ao menos um assunto.',
    en: 'The minutes are empty. Write at least one topic.',
  },
  'meeting.minuted-already': {
    pt: 'A acta desta reunião já foi guardada. Abra-a para a ler; o que mudou entretanto vai para a próxima reunião.',
    en: 'The minutes of this meeting are kept already. Open them to read; what has changed since goes to the next meeting.',
  },
  'meeting.no-minutes': {
    pt: 'Esta reunião ainda não tem acta. Guarde primeiro a acta.',
    en: 'This meeting has no minutes yet. Keep the minutes first.',
  },
  'action.owner-not-member': {
    pt: 'Só um membro do grupo pode ficar responsável por uma acção. Escolha um membro, ou acrescente a organização ao grupo.',
    en: 'Only a member of the group can own an action. Choose a member, or add the organisation to the group.',
  },
  'action.due-before-meeting': {
    pt: 'Há acções com prazo anterior à reunião: {list}. Marque um dia a partir dela.',
    en: 'Some actions are due before the meeting: {list}. Set a day from the meeting on.',
  },
  'action.evidence-missing': {
    pt: 'Para fechar a acção diga o que a prova: o documento, o lugar onde está, ou quem o viu.',
    en: 'To close the action say what shows that it is done: the document, where it is kept, or who saw it.',
  },
  'action.reason-missing': {
    pt: 'Diga porquê: a razão fica escrita com a acção.',
    en: 'Say why: the reason stays with the action.',
  },
  'action.due-past': {
    pt: 'O novo prazo ({due}) já passou ou é o mesmo. Marque outro dia.',
    en: 'The new due day ({due}) is past or the same. Set another day.',
  },
  'action.ended-already': {
    pt: 'Esta acção já foi fechada. Atualize a lista.',
    en: 'This action has ended already. Refresh the list.',
  },
}
