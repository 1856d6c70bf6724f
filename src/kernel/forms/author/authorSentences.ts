/** What the author of a form is told when something cannot be done. */
import type { Sentences } from '../../text/sentences.ts'

export const authorSentences: Sentences = {
  'forms.no-file': { pt: 'Não veio nenhum ficheiro. Escolha um e envie de novo.', en: 'No file came. Choose one and send again.' },
  'forms.no-workbook': {
    pt: 'O ficheiro desta versão não está guardado. Carregue o questionário outra vez.',
    en: 'The file of this version is not kept. Upload the questionnaire again.',
  },
  'forms.no-draft': {
    pt: 'Não há rascunho deste formulário. Carregue primeiro o questionário.',
    en: 'This form has no draft. Upload the questionnaire first.',
  },
  'forms.no-project': {
    pt: 'Não há projeto de formulários com o número {number}. Escolha um da lista, ou peça à administração que o crie.',
    en: 'There is no forms project number {number}. Choose one of the list, or ask the administrator to create it.',
  },
  'forms.retired': {
    pt: 'O formulário {form} foi retirado e não volta ao campo. Use outro form_id para um questionário novo.',
    en: 'The form {form} is retired and does not go back to the field. Use another form_id for a new questionnaire.',
  },
  'forms.other-form-id': {
    pt: 'Este formulário chama-se {code}, e o ficheiro diz {found} na folha settings. Corrija o form_id, ou carregue o ficheiro como formulário novo.',
    en: 'This form is called {code}, and the file says {found} on the settings sheet. Correct the form_id, or upload the file as a new form.',
  },
  'forms.draft-changed': {
    pt: 'O rascunho mudou entretanto, e as emendas já não são as que viu. Veja a lista de novo e aceite outra vez.',
    en: 'The draft changed meanwhile, and the repairs are no longer those that you saw. Look at the list again and accept once more.',
  },
  'forms.no-repair': {
    pt: 'Nenhum destes problemas tem emenda automática. Corrija as células no ficheiro e carregue-o outra vez.',
    en: 'None of these findings can be mended by itself. Correct the cells in the file and upload it again.',
  },
  'forms.draft-refused': {
    pt: 'O questionário tem {n} {n|erro que impede|erros que impedem} o formulário. Cada um diz a célula e o que fazer; corrija-os e carregue de novo.',
    en: 'The questionnaire has {n} {n|error that keeps|errors that keep} it from being a form. Each names its cell and what to do; correct them and upload again.',
  },
  'forms.publish-without-note': {
    pt: 'Escreva o que muda nesta versão e porquê: quem analisa as respostas vai ler a nota.',
    en: 'Write what changes in this version and why: whoever analyses the answers will read the note.',
  },
  'forms.version-missing': {
    pt: 'O questionário não diz a sua versão. Escreva-a na folha settings, coluna version, ou dê aqui um número.',
    en: 'The questionnaire does not say its version. Write it on the settings sheet, column version, or give a number here.',
  },
  'forms.version-unchanged': {
    pt: 'A versão {version} já está publicada com o mesmo conteúdo. Não há nada para publicar.',
    en: 'Version {version} is published already with the same content. There is nothing to publish.',
  },
  'forms.version-taken': {
    pt: 'Já há uma versão {version} com outro conteúdo, e telefones que a usam. Dê a esta um número novo.',
    en: 'There is already a version {version} with other content, and phones that use it. Give this one a new number.',
  },
  'forms.drift': {
    pt: 'A pergunta {path} era {before} na versão {version} e agora é {after}: as respostas antigas e novas não cabem na mesma coluna. Dê à pergunta nova outro nome.',
    en: 'The question {path} was {before} in version {version} and is now {after}: old and new answers do not fit one column. Give the new question another name.',
  },
  'forms.attachments-missing': {
    pt: 'O formulário usa ficheiros que não estão anexados: {files}. Anexe-os, ou escolha uma lista dos registos.',
    en: 'The form uses files that are not attached: {files}. Attach them, or choose a list of the registers.',
  },
  'forms.attachment-name': {
    pt: 'O nome {name} não serve para um anexo. Use um nome simples, sem pastas nem ponto no início.',
    en: 'The name {name} does not do for an attachment. Use a plain name, without folders and not beginning with a dot.',
  },
  'forms.list-unknown': {
    pt: 'Não há lista chamada {list}. Escolha uma das listas deste projeto.',
    en: 'There is no list called {list}. Choose one of the lists of this project.',
  },
  'forms.question-gone': {
    pt: 'A pergunta {path}, que diz o lugar ou a data, não existe neste questionário. Escolha outra nas definições do formulário.',
    en: 'The question {path}, which tells the place or the date, is not in this questionnaire. Choose another in the settings of the form.',
  },
  'forms.taker-unknown': {
    pt: 'Nenhum domínio sabe receber respostas como {taker}. Escolha um da lista.',
    en: 'No domain knows how to take answers as {taker}. Choose one of the list.',
  },
  'forms.not-now': {
    pt: 'Isto não se faz a um formulário neste estado ({state}). Veja o estado atual e recarregue a página.',
    en: 'This is not done to a form in this state ({state}). Look at its present state and load the page again.',
  },
  'forms.target-unknown': {
    pt: 'Não há telefone, pessoa nem função {target}. Escolha da lista.',
    en: 'There is no phone, person or role {target}. Choose from the list.',
  },
  'forms.days-reversed': {
    pt: 'A atribuição acaba ({until}) antes de começar ({from}). Troque os dias.',
    en: 'The assignment ends ({until}) before it begins ({from}). Exchange the days.',
  },
  'forms.record-unknown': {
    pt: 'Não há registo chamado {record}. Escolha um do dicionário.',
    en: 'There is no record called {record}. Choose one of the dictionary.',
  },
  'forms.not-translations': {
    pt: 'Este ficheiro não é uma folha de traduções. Descarregue a folha deste formulário, preencha-a e devolva-a com as mesmas colunas.',
    en: 'This file is not a sheet of translations. Download the sheet of this form, fill it in and hand it back with the same columns.',
  },
  'forms.nothing-translated': {
    pt: 'A folha não traz nenhum texto novo. Se já a tinha devolvido, está tudo no rascunho.',
    en: 'The sheet brings no new text. If you handed it back before, everything is in the draft.',
  },
}
