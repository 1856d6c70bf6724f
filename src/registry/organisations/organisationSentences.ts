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
  'organisation.member-already': {
    pt: '«{name}» já é membro deste consórcio nesses dias. Mude as datas que lá estão.',
    en: '"{name}" is a member of this consortium on those days already. Change the dates that stand there.',
  },
}
