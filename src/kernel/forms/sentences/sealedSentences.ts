/** What is said where a form is sealed: who opens it, what it may not ask, and why it is in no export. */
import type { Sentences } from '../../text/sentences.ts'

export const sealedSentences: Sentences = {
  'forms.sealed-for-registrars': {
    pt: 'Este formulário é selado: só quem regista pessoas o abre e decide. Peça a um(a) oficial de registo da sua área.',
    en: 'This form is sealed: only registration officers open it and decide on it. Ask a registration officer of your area.',
  },
  'forms.sealed-no-export': {
    pt: 'O formulário «{form}» é selado e não sai em ficheiros nem ligações. Use os totais do exercício de registo, que não levam nomes.',
    en: 'The form "{form}" is sealed and goes into no file or feed. Use the totals of the registration exercise, which carry no names.',
  },
  'forms.sealed-no-filter': {
    pt: 'As respostas de um formulário selado não se filtram. Filtre por estado, lugar, telefone ou pessoa.',
    en: 'Answers of a sealed form cannot be filtered by. Filter by state, place, phone or person.',
  },
  'forms.sealed-not-corrected': {
    pt: 'As respostas de um formulário selado não se corrigem aqui. Devolva-o ao telefone com a razão, ou aprove-o e corrija o agregado no registo.',
    en: 'Answers of a sealed form are not corrected here. Send it back to the phone with the reason, or approve it and correct the household in the register.',
  },
  'forms.sealed-erased': {
    pt: 'O que este formulário dizia foi apagado e já não se pode ler. Trate apenas do que ficou: data, lugar e razão.',
    en: 'What this form said was erased and cannot be read any more. Work with what is left alone: day, place and reason.',
  },
  'forms.sealed-too-late': {
    pt: '«{form}» já foi publicado: o que chegou não se pode selar nem abrir depois. Crie um formulário novo com outro código.',
    en: '"{form}" was published already: what has come can be neither sealed nor opened afterwards. Make a new form with another code.',
  },
  'forms.sealed-without-files': {
    pt: 'Um formulário selado não leva fotografias nem ficheiros. Tire estas perguntas: {questions}.',
    en: 'A sealed form takes no photographs or files. Take these questions out: {questions}.',
  },
  'forms.sealed-without-lists': {
    pt: 'Um formulário selado não escreve em listas de telefones. Tire «save_to» destas perguntas: {questions}.',
    en: 'A sealed form writes to no lists on phones. Take "save_to" out of these questions: {questions}.',
  },
}
