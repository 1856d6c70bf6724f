/** What the register of organisations says when something cannot be done. */
import type { Sentences } from '../../kernel/index.ts'

export const organisationSentences: Sentences = {
  'organisation.no-consortium': {
    pt: '«{name}» não é um consórcio no registo. Mude-lhe primeiro o tipo para consórcio, ou escolha outro.',
    en: '"{name}" is no consortium in the register. Change its type to consortium first, or choose another.',
  },
  'organisation.member-of-itself': {
    pt: 'Um consórcio não é membro de si mesmo. Escolha outra organização.',
    en: 'A consortium is no member of itself. Choose another organisation.',
  },
  'organisation.ends-before-start': {
    pt: 'Termina ({end}) antes de começar ({start}). Corrija uma das datas.',
    en: 'It ends ({end}) before it starts ({start}). Correct one of the dates.',
  },
  'organisation.merge-itself': {
    pt: 'Uma organização não se junta a si mesma. Escolha a outra, com a qual é a mesma.',
    en: 'An organisation is not joined to itself. Choose the other one, with which it is the same.',
  },
  'organisation.merged-already': {
    pt: '«{name}» já está junta a «{into}». Escolha «{into}», ou desfaça primeiro essa junção.',
    en: '"{name}" is joined to "{into}" already. Choose "{into}", or undo that joining first.',
  },
  'organisation.merge-clash': {
    pt: 'As duas têm {n} {n|linha|linhas} de que só uma pode ficar, por exemplo actividades com o mesmo código. Mude o código numa delas e tente de novo.',
    en: 'Both have {n} {n|row|rows} of which one alone can stand, for example activities with the same code. Change the code in one of them and try again.',
  },
  'organisation.merge-reason': {
    pt: 'Falta a razão. Escreva como se sabe que são a mesma organização, ou porque afinal não são.',
    en: 'The reason is missing. Write how it is known that they are the same organisation, or why they are not after all.',
  },
  'organisation.merge-undone': {
    pt: 'Esta junção já foi desfeita. Volte a carregar a página.',
    en: 'This joining was undone already. Load the page again.',
  },
  'organisation.merge-overtaken': {
    pt: '«{name}» está agora junta a «{into}». Desfaça primeiro essa junção, e depois esta.',
    en: '"{name}" is joined to "{into}" now. Undo that joining first, and then this one.',
  },
  'organisation.member-already': {
    pt: '«{name}» já é membro deste consórcio nesses dias. Mude as datas que lá estão.',
    en: '"{name}" is a member of this consortium on those days already. Change the dates that stand there.',
  },
}
