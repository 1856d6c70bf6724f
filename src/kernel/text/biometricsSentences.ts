/** Why a fingerprint template from a scanner was not taken, and what to do: nothing here ever stops a person's registration. */
import type { Sentences } from './sentences.ts'

export const biometricsSentences: Sentences = {
  'biometrics.not-a-template': {
    pt: 'Isto não é um modelo de impressão digital ISO/IEC 19794-2. Escolha esse formato no leitor, ou registe sem impressão digital: o serviço é o mesmo.',
    en: 'This is not a fingerprint template of ISO/IEC 19794-2. Choose that format on the scanner, or register without a finger: the service is the same.',
  },
  'biometrics.version': {
    pt: 'O modelo é de outra edição da ISO/IEC 19794-2. Escolha no leitor a de 2005 (versão 20), ou registe sem impressão digital.',
    en: 'The template is of another edition of ISO/IEC 19794-2. Choose that of 2005 (version 20) on the scanner, or register without a finger.',
  },
  'biometrics.length': {
    pt: 'O modelo diz ter {said} {said|byte|bytes} e chegaram {found}. Leia o dedo de novo.',
    en: 'The template says that it has {said} {said|byte|bytes}, and {found} came. Scan the finger again.',
  },
  'biometrics.value': {
    pt: 'No byte {at} o modelo tem um valor que a norma não permite. Leia o dedo de novo; se voltar a acontecer, troque de leitor.',
    en: 'At byte {at} the template has a value that the standard does not allow. Scan the finger again; if it happens again, change the scanner.',
  },
  'biometrics.cut': {
    pt: 'O modelo acaba a meio, depois do byte {at}. Leia o dedo de novo.',
    en: 'The template ends in the middle, after byte {at}. Scan the finger again.',
  },
}
