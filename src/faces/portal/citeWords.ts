/** Words of citing, and of what a licence allows. */
import type { Bilingual } from '../../kernel/shared.ts'

export const citeWords = {
  citeIntro: {
    pt: 'O endereço com a versão é o identificador: aponta sempre para estes números, mesmo depois de uma versão nova.',
    en: 'The address with the version is the identifier: it always points at these figures, even after a newer version.',
  },
  citeDoi: {
    pt: 'Ainda não tem DOI. Nos metadados o campo está lá, vazio, para quando houver um.',
    en: 'It has no DOI yet. In the metadata the field is there, empty, for when there is one.',
  },
  citeFormats: { pt: 'Para programas de referências', en: 'For reference managers' },
  citeOf: { pt: 'Citação em {format}', en: 'Citation as {format}' },
  citeSave: { pt: 'Guardar', en: 'Save' },
  citeDemonstration: { pt: 'Dados de demonstração: não citar como factos.', en: 'Demonstration data: not to be quoted as fact.' },
  describes: {
    pt: '{summary} Período: {from} a {to}. Crédito: {credit}. Com método, cobertura e limitações na página.',
    en: '{summary} Period: {from} to {to}. Credit: {credit}. With method, coverage and limitations on the page.',
  },
  terms: { pt: 'Condições de uso', en: 'Terms of use' },
  termsIntro: {
    pt: 'O que a licença «{licence}» permite e pede, em poucas palavras. Vale o texto da licença.',
    en: 'What the licence “{licence}” allows and asks, in few words. The text of the licence holds.',
  },
  termsText: { pt: 'Texto da licença', en: 'Text of the licence' },
  termsProducts: { pt: 'Publicações com esta licença', en: 'Publications under this licence' },
  termsShareAndChange: { pt: 'Pode copiar, partilhar, mudar e juntar a outros dados.', en: 'You may copy, share, change and join with other data.' },
  termsShareAsIs: { pt: 'Pode copiar e partilhar tal como está.', en: 'You may copy and share it as it stands.' },
  termsBy: {
    pt: 'Diga de quem é: a linha de crédito, o endereço com a versão, a licença, e se mudou alguma coisa.',
    en: 'Say whose it is: the credit line, the address with the version, the licence, and whether you changed anything.',
  },
  termsNc: { pt: 'Não para fins comerciais.', en: 'Not for commercial purposes.' },
  termsNd: { pt: 'Não publique uma versão mudada.', en: 'Do not publish a changed version.' },
  termsSa: { pt: 'O que fizer a partir daqui tem a mesma licença.', en: 'What you make from it carries the same licence.' },
  termsIgo: {
    pt: 'É a forma para organizações intergovernamentais: um litígio resolve-se por mediação ou arbitragem.',
    en: 'It is the form for intergovernmental organisations: a dispute is settled by mediation or arbitration.',
  },
  termsZero: {
    pt: 'Pode usar para tudo, sem pedir nem citar; citar ajuda os outros a encontrar a fonte.',
    en: 'You may use it for anything, without asking or citing; citing helps others to find the source.',
  },
  termsNoVersion: {
    pt: 'O publicador não disse a versão da licença: pergunte-lhe antes de um uso que dependa dela.',
    en: 'The publisher did not say which version of the licence: ask before a use that depends on it.',
  },
  termsUnknown: {
    pt: 'Esta licença não é uma das que conhecemos: valem as palavras do publicador. Pergunte-lhe antes de copiar ou mudar.',
    en: 'This licence is not one that we know: the words of the publisher hold. Ask before you copy or change.',
  },
} as const satisfies Record<string, Bilingual>
