/** What the compiler says about the workbook, its sheets, columns, choices and languages. The place (sheet, row, column) is put in front of each. */
import type { Sentences } from '../../text/sentences.ts'

export const workbookSentences: Sentences = {
  'form.too-large': {
    pt: '«{name}» é grande demais para um formulário: o limite é {limit} {what}. Veja se enviou o ficheiro certo; as listas longas vão num CSV à parte.',
    en: '"{name}" is too large for a form: the limit is {limit} {what}. Check that you sent the right file; long lists belong into a CSV of their own.',
  },
  'form.not-a-form': {
    pt: '«{name}» não é um formulário. Envie o livro XLSForm em .xlsx, .xls, .csv ou Markdown.',
    en: '"{name}" is no form. Send the XLSForm workbook as .xlsx, .xls, .csv or Markdown.',
  },
  'form.unknown-deed': {
    pt: '«{what}» não é um comando de formulários. Use compile, check, score, score-workbooks ou replay.',
    en: '"{what}" is no command for forms. Use compile, check, score, score-workbooks or replay.',
  },
  'form.replay-three-files': {
    pt: 'Dê três ficheiros CSV: as linhas como vieram, o registo da limpeza e as linhas limpas.',
    en: 'Give three CSV files: the rows as they came, the cleaning log and the clean rows.',
  },
  'form.replay-no-uuid': {
    pt: 'O ficheiro {file} não tem a coluna uuid, que liga as linhas ao registo. Exporte-o de novo com ela.',
    en: 'The file {file} has no column uuid, which ties its rows to the log. Export it again with that column.',
  },
  'form.replay-no-log': {
    pt: 'O ficheiro {file} não é um registo de limpeza: precisa das colunas uuid, question e change_type.',
    en: 'The file {file} is no cleaning log: it needs the columns uuid, question and change_type.',
  },
  'xlsform.no-survey': {
    pt: 'O livro não tem a folha «survey», que leva as perguntas. Dê esse nome à folha das perguntas. Nomes parecidos: {similar}.',
    en: 'The workbook has no sheet "survey", which holds the questions. Give that name to the sheet of the questions. Similar names: {similar}.',
  },
  'xlsform.sheet-near': {
    pt: 'A folha «{sheet}» não é lida: quis dizer «{meant}»? Mude-lhe o nome, ou ponha «_» à frente se não pertence ao formulário.',
    en: 'The sheet "{sheet}" is not read: did you mean "{meant}"? Rename it, or put "_" in front if it does not belong to the form.',
  },
  'xlsform.no-choices': {
    pt: 'A lista «{list}» é pedida, mas o livro não tem a folha «choices». Acrescente a folha com as colunas list_name, name e label.',
    en: 'The list "{list}" is asked for, but the workbook has no sheet "choices". Add the sheet with the columns list_name, name and label.',
  },
  'xlsform.no-external-choices': {
    pt: 'Esta pergunta (select_one_external) precisa da folha «external_choices», que não existe. Acrescente-a, ou use select_one com a folha «choices».',
    en: 'This question (select_one_external) needs the sheet "external_choices", which does not exist. Add it, or use select_one with the sheet "choices".',
  },
  'xlsform.no-external-choices-near': {
    pt: 'Esta pergunta precisa da folha «external_choices»; existe «{similar}». Mude o nome dessa folha para «external_choices».',
    en: 'This question needs the sheet "external_choices"; there is "{similar}". Rename that sheet to "external_choices".',
  },
  'xlsform.external-list-unknown': {
    pt: 'A lista «{list}», pedida por «{name}», não está na folha «external_choices». Corrija o nome da lista ou acrescente as suas linhas.',
    en: 'The list "{list}", asked for by "{name}", is not in the sheet "external_choices". Correct the name of the list or add its rows.',
  },
  'xlsform.column-twice': {
    pt: 'As colunas «{first}» e «{second}» querem dizer o mesmo, e não se sabe qual vale. Apague uma ou mude-lhe o nome (coluna {letter}).',
    en: 'The columns "{first}" and "{second}" mean the same, and nobody can tell which one counts. Delete one or rename it (column {letter}).',
  },
  'xlsform.rows-far-below': {
    pt: 'Daqui para baixo nada foi lido, porque há mais de {gap} {gap|linha|linhas} vazias acima. Se estas linhas pertencem ao formulário, suba-as.',
    en: 'From here down nothing was read, because more than {gap} blank rows stand above. If these rows belong to the form, move them up.',
  },
  'xlsform.prefix-undeclared': {
    pt: '«{attribute}» usa um prefixo que o formulário não conhece e ficou de fora. Declare-o na coluna «namespaces» da folha «settings».',
    en: '"{attribute}" uses a prefix that the form does not know and was left out. Declare it in the column "namespaces" of the sheet "settings".',
  },
  'xlsform.choice-without-name': {
    pt: 'Falta o código (name) desta opção da lista «{list}». Escreva um código curto: é ele que fica nos dados.',
    en: 'This choice of the list "{list}" has no name. Write a short code: it is what is kept in the data.',
  },
  'xlsform.choice-without-label': {
    pt: 'A opção «{name}» da lista «{list}» não tem texto e aparecerá vazia. Escreva o que o inquiridor deve ler.',
    en: 'The choice "{name}" of the list "{list}" has no label and will look empty. Write what the enumerator should read.',
  },
  'xlsform.choice-twice': {
    pt: 'O código «{name}» está duas vezes na lista «{list}» (a primeira na linha {firstRow}). Mude um dos dois; se é de propósito, ponha allow_choice_duplicates = yes em «settings».',
    en: 'The name "{name}" stands twice in the list "{list}" (first in row {firstRow}). Change one of the two; if it is meant, put allow_choice_duplicates = yes in "settings".',
  },
  'xlsform.choice-with-blank': {
    pt: 'O código «{name}» da lista «{list}» tem um espaço, e a lista serve uma escolha múltipla, que separa as respostas por espaços. Use «{meant}».',
    en: 'The name "{name}" of the list "{list}" has a blank, and the list serves a multiple choice, which separates its answers by blanks. Use "{meant}".',
  },
  'xlsform.choice-column-invalid': {
    pt: 'A coluna «{header}» não pode acompanhar as opções, porque o seu nome não serve (letras, dígitos, «_», «-» e «.»). Mude o nome se um filtro precisa dela.',
    en: 'The column "{header}" cannot travel with the choices, because its name will not do (letters, digits, "_", "-" and "."). Rename it if a filter needs it.',
  },
  'xlsform.list-unknown': {
    pt: 'A lista «{list}», pedida por «{name}», não está na folha «choices». Corrija o nome ou acrescente a lista.',
    en: 'The list "{list}", asked for by "{name}", is not in the sheet "choices". Correct the name or add the list.',
  },
  'xlsform.list-unknown-near': {
    pt: 'A lista «{list}», pedida por «{name}», não está na folha «choices». Quis dizer «{meant}»?',
    en: 'The list "{list}", asked for by "{name}", is not in the sheet "choices". Did you mean "{meant}"?',
  },
  'xlsform.file-ending': {
    pt: 'O ficheiro «{file}» tem de acabar em {endings}. Escreva o nome completo do ficheiro.',
    en: 'The file "{file}" has to end in {endings}. Write the whole name of the file.',
  },
  'xlsform.instance-twice': {
    pt: 'Há duas listas com o nome «{name}» (uma de {first}, outra de {second}), e só uma pode usá-lo. Mude o nome de uma.',
    en: 'Two lists are called "{name}" (one from {first}, one from {second}), and only one can be. Rename one of them.',
  },
  'xlsform.search-with-file': {
    pt: '«{name}» usa search() e um ficheiro ao mesmo tempo. Tire o search() da aparência, ou faça dela um select_one.',
    en: '"{name}" uses search() and a file at the same time. Take search() out of the appearance, or make it a select_one.',
  },
  'xlsform.search-shares-list': {
    pt: '«{name}» enche a lista «{list}» com search(), mas «{other}» usa a mesma lista sem search(). Dê a uma das duas a sua própria lista.',
    en: '"{name}" fills the list "{list}" by search(), but "{other}" uses the same list without search(). Give one of the two a list of its own.',
  },
  'xlsform.or-other-with-filter': {
    pt: '«{name}» junta «or_other» e um filtro, e o filtro esconderia a opção «outro». Acrescente «outro» à lista e uma pergunta de texto.',
    en: '"{name}" joins "or_other" and a filter, and the filter would hide the choice "other". Add "other" to the list and a text question.',
  },
  'xlsform.or-other-translated': {
    pt: '«or_other» escreve «Other» e «Specify other.» em inglês em todas as línguas. Acrescente antes «outro» à lista e uma pergunta de texto com as suas traduções.',
    en: '"or_other" writes "Other" and "Specify other." in English in every language. Better add "other" to the list and a text question with its translations.',
  },
  'xlsform.language-gap': {
    pt: 'A língua «{language}» não tem as colunas: {columns}. Quem a usar verá «-» nesses lugares. Acrescente as colunas com o texto traduzido.',
    en: 'The language "{language}" lacks the columns: {columns}. Whoever uses it will see "-" in those places. Add the columns with the translated text.',
  },
  'xlsform.language-without-code': {
    pt: 'Línguas sem código: {languages}. Escreva o código entre parênteses, como em «Português (pt)», para que o telefone escolha a sua língua.',
    en: 'Languages without a code: {languages}. Write the code in brackets, as in "Português (pt)", so that the phone can choose its language.',
  },
}
