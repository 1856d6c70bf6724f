/** What the compiler says about questions, groups, names and references. */
import type { Sentences } from '../../text/sentences.ts'

export const questionSentences: Sentences = {
  'xlsform.type-missing': {
    pt: 'A pergunta «{name}» não tem tipo. Escreva-o, por exemplo text, integer ou select_one lista.',
    en: 'The question "{name}" has no type. Write one, for example text, integer or select_one list.',
  },
  'xlsform.type-unknown': {
    pt: 'O tipo «{type}» não existe. Use um dos tipos do XLSForm, por exemplo text, integer, date ou select_one lista.',
    en: 'There is no type "{type}". Use one of the types of XLSForm, for example text, integer, date or select_one list.',
  },
  'xlsform.type-unknown-near': {
    pt: 'O tipo «{type}» não existe. Quis dizer «{meant}»?',
    en: 'There is no type "{type}". Did you mean "{meant}"?',
  },
  'xlsform.include': {
    pt: 'A linha quer incluir outro livro («{section}»), o que já não se faz. Copie para aqui as linhas desse livro.',
    en: 'The row wants to include another workbook ("{section}"), which is no longer done. Copy the rows of that workbook to this place.',
  },
  'xlsform.collect-only': {
    pt: 'O tipo «{type}» («{name}») aparece no ODK Collect, mas ainda não na nossa aplicação de campo. Quem preencher este formulário precisa do ODK Collect.',
    en: 'The type "{type}" ("{name}") is shown by ODK Collect, but not yet by our field app. Whoever fills this form needs ODK Collect.',
  },
  'xlsform.old-metadata': {
    pt: 'Os telefones com Android 11 ou mais recente já não dão «{type}». Use deviceid ou pergunte o número.',
    en: 'Phones with Android 11 or later no longer give "{type}". Use deviceid or ask for the number.',
  },
  'xlsform.name-missing': {
    pt: 'Falta o nome desta linha ({type}). Escreva um nome curto, sem espaços: é ele que fica nos dados.',
    en: 'This row ({type}) has no name. Write a short name without blanks: it is what is kept in the data.',
  },
  'xlsform.name-invalid': {
    pt: 'O nome «{name}» não serve: começa por letra ou «_» e só leva letras, dígitos, «_», «-» e «.», sem espaços. Mude-o.',
    en: 'The name "{name}" will not do: it begins with a letter or "_" and holds only letters, digits, "_", "-" and ".", no blanks. Change it.',
  },
  'xlsform.name-reserved': {
    pt: 'O nome «{name}» está reservado para os dados do próprio formulário. Escolha outro.',
    en: 'The name "{name}" is reserved for what the form says about itself. Choose another.',
  },
  'xlsform.name-twice': {
    pt: 'O nome «{name}» já é usado neste grupo (linha {firstRow}). Mude um dos dois.',
    en: 'The name "{name}" is used already in this group (row {firstRow}). Change one of the two.',
  },
  'xlsform.name-differs-by-case': {
    pt: '«{name}» e «{other}» (linha {otherRow}) só diferem nas maiúsculas, e muitos programas não as distinguem. Mude um dos dois.',
    en: '"{name}" and "{other}" (row {otherRow}) differ only by capitals, and many programs cannot tell them apart. Change one of the two.',
  },
  'xlsform.repeat-name-twice': {
    pt: 'Já há uma repetição chamada «{name}» (linha {firstRow}), e o nome de uma repetição só pode existir uma vez no formulário. Mude um dos dois.',
    en: 'There is a repeat called "{name}" already (row {firstRow}), and the name of a repeat can stand only once in a form. Change one of the two.',
  },
  'xlsform.repeat-named-like-root': {
    pt: 'A repetição «{name}» tem o nome da raiz do formulário. Mude-lhe o nome.',
    en: 'The repeat "{name}" has the name of the form\'s root. Rename it.',
  },
  'xlsform.repeat-without-label': {
    pt: 'A repetição «{name}» não tem texto: o inquiridor não verá o que está a repetir. Escreva-o.',
    en: 'The repeat "{name}" has no label: the enumerator will not see what is being repeated. Write one.',
  },
  'xlsform.begin-without-end': {
    pt: 'Este «begin {container}» («{name}») nunca acaba. Acrescente «end {container}» depois da sua última pergunta.',
    en: 'This "begin {container}" ("{name}") never ends. Add "end {container}" after its last question.',
  },
  'xlsform.end-without-begin': {
    pt: 'Este «end {container}» não fecha nada que esteja aberto. Apague a linha ou corrija o tipo.',
    en: 'This "end {container}" closes nothing that is open. Delete the row or correct its type.',
  },
  'xlsform.says-nothing': {
    pt: 'A pergunta «{name}» não tem texto, ajuda nem imagem, e ninguém saberia o que responder. Escreva o texto na coluna label.',
    en: 'The question "{name}" has no label, hint or picture, and nobody would know what to answer. Write its text in the column label.',
  },
  'xlsform.calculation-missing': {
    pt: 'O cálculo «{name}» não diz o que calcular. Escreva a expressão na coluna calculation.',
    en: 'The calculation "{name}" does not say what to calculate. Write the expression in the column calculation.',
  },
  'xlsform.reference-unknown': {
    pt: 'Não há nenhuma pergunta chamada «{name}». Corrija o nome ou acrescente a pergunta.',
    en: 'There is no question called "{name}". Correct the name or add the question.',
  },
  'xlsform.reference-unknown-near': {
    pt: 'Não há nenhuma pergunta chamada «{name}»; quis dizer «{meant}»?',
    en: 'There is no question called "{name}"; did you mean "{meant}"?',
  },
  'xlsform.reference-ambiguous': {
    pt: 'Há mais de uma linha chamada «{name}» (linhas {rows}), e não se sabe qual é. Mude o nome de uma delas.',
    en: 'More than one row is called "{name}" (rows {rows}), and nobody can tell which is meant. Rename one of them.',
  },
  'xlsform.reference-broken': {
    pt: 'Uma referência está mal escrita: começa por cifrão e chaveta, depois vem o nome da pergunta, e fecha com chaveta. Corrija: {text}',
    en: 'A reference is not written well: it begins with a dollar sign and a brace, then the name of the question, and closes with a brace. Correct: {text}',
  },
  'xlsform.trigger-missing': {
    pt: '«{name}» precisa de saber que pergunta o desencadeia. Escreva-a na coluna trigger.',
    en: '"{name}" needs to know which question sets it off. Write it in the column trigger.',
  },
  'xlsform.trigger-not-a-reference': {
    pt: '«{value}» não é uma pergunta. Na coluna trigger escreva o nome da pergunta entre chaves, com «$» à frente.',
    en: '"{value}" is not a question. In the column trigger write the name of the question in braces, with "$" in front.',
  },
  'xlsform.trigger-without-comma': {
    pt: 'Separe por vírgulas as perguntas da coluna trigger: {value}',
    en: 'Separate the questions in the column trigger by commas: {value}',
  },
  'xlsform.trigger-not-shown': {
    pt: '«{name}» não aparece no ecrã, por isso não pode desencadear «{target}». Escolha uma pergunta a que alguém responda.',
    en: '"{name}" is not on the screen, so it cannot set off "{target}". Choose a question that somebody answers.',
  },
}
