/** What a repair would change, said before anybody accepts it. */
import type { Sentences } from '../../text/sentences.ts'

export const repairSentences: Sentences = {
  'xlsform.repair.allow-twins': {
    pt: 'Permitir códigos repetidos: pôr allow_choice_duplicates = yes em «settings».',
    en: 'Allow repeated names: put allow_choice_duplicates = yes in "settings".',
  },
  'xlsform.repair.audit-name': { pt: 'Mudar o nome «{from}» para «{to}».', en: 'Change the name "{from}" to "{to}".' },
  'xlsform.repair.blank-in-choice': { pt: 'Mudar o código «{from}» para «{to}».', en: 'Change the name "{from}" to "{to}".' },
  'xlsform.repair.close-at-the-end': {
    pt: 'Acrescentar «end {container}» na linha {row}, no fim da folha.',
    en: 'Add "end {container}" in row {row}, at the end of the sheet.',
  },
  'xlsform.repair.delete-column': { pt: 'Apagar a coluna «{header}» (vazia ou repetida).', en: 'Delete the column "{header}" (empty or repeated).' },
  'xlsform.repair.end-of-the-open': {
    pt: 'Fazer desta linha o fim do que está aberto: «end {container}».',
    en: 'Make this row the end of what is open: "end {container}".',
  },
  'xlsform.repair.give-name': {
    pt: 'Dar-lhe o nome «{to}», até alguém escolher um melhor.',
    en: 'Name it "{to}" until somebody chooses a better name.',
  },
  'xlsform.repair.hide': {
    pt: 'Fazer de «{name}» um campo escondido («hidden»), que fica vazio até ter um cálculo.',
    en: 'Make "{name}" a hidden field, which stays empty until it has a calculation.',
  },
  'xlsform.repair.label': {
    pt: 'Mostrar o nome «{label}» como texto até que alguém o escreva.',
    en: 'Show the name "{label}" as its label until somebody writes one.',
  },
  'xlsform.repair.list': { pt: 'Usar a lista «{to}» em vez de «{from}».', en: 'Use the list "{to}" instead of "{from}".' },
  'xlsform.repair.name': { pt: 'Mudar o nome «{from}» para «{to}».', en: 'Change the name "{from}" to "{to}".' },
  'xlsform.repair.reference': { pt: 'Mudar a referência «{from}» para «{to}».', en: 'Change the reference "{from}" to "{to}".' },
  'xlsform.repair.rename-reserved': {
    pt: 'Mudar o nome «{from}» para «{to}», também onde é usado.',
    en: 'Change the name "{from}" to "{to}", also where it is used.',
  },
  'xlsform.repair.rename-twin': { pt: 'Mudar o segundo «{from}» para «{to}».', en: 'Change the second "{from}" to "{to}".' },
  'xlsform.repair.set-column-aside': {
    pt: 'Chamar «{to}» à segunda coluna «{header}»: fica no ficheiro e o formulário não a lê.',
    en: 'Call the second column "{header}" "{to}": it stays in the file and the form does not read it.',
  },
  'xlsform.repair.sheet': { pt: 'Mudar o nome da folha «{from}» para «{to}».', en: 'Rename the sheet "{from}" to "{to}".' },
  'xlsform.repair.type': { pt: 'Mudar o tipo «{from}» para «{to}».', en: 'Change the type "{from}" to "{to}".' },
  'xlsform.repair.type-as-text': {
    pt: 'Fazer da pergunta de tipo «{from}» uma pergunta de texto.',
    en: 'Make the question of type "{from}" a text question.',
  },
}
