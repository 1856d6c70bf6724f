/** What is said about registration exercises and what comes in for them. */
import type { Sentences } from '../../../kernel/index.ts'

export const registrationSentences: Sentences = {
  'registration.exercise-unknown': {
    pt: 'O formulário não diz a que exercício de registo pertence. Devolva-o ao telefone e peça que escolham o exercício.',
    en: 'The form does not say which registration exercise it belongs to. Send it back to the phone and ask them to choose the exercise.',
  },
  'registration.exercise-closed': {
    pt: 'Este exercício já não recebe registos (estado: {state}). Reabra-o enquanto se verifica, ou crie outro.',
    en: 'This exercise takes no more registrations (state: {state}). Open it again while it is being verified, or create another one.',
  },
  'registration.place-outside': {
    pt: 'O lugar {place} não pertence a este exercício. Devolva o formulário, ou acrescente o lugar ao exercício.',
    en: 'The place {place} does not belong to this exercise. Send the form back, or add the place to the exercise.',
  },
  'registration.day-missing': {
    pt: 'Falta o dia do registo. Devolva o formulário ao telefone.',
    en: 'The day of the registration is missing. Send the form back to the phone.',
  },
  'registration.nobody': {
    pt: 'O agregado aceitou, mas o formulário não traz nenhuma pessoa. Devolva-o ao telefone.',
    en: 'The household agreed, but the form brings no person. Send it back to the phone.',
  },
  'registration.place-unknown': {
    pt: 'Lugares que o registo de lugares não conhece: {places}. Escolha-os na lista.',
    en: 'Places that the register of places does not know: {places}. Choose them from the list.',
  },
  'registration.retention-past': {
    pt: 'A data até quando se guarda ({day}) já passou. Escolha uma data depois de hoje, como foi prometido às pessoas.',
    en: 'The day until which data is kept ({day}) has passed. Choose a day after today, as was promised to the people.',
  },
  'registration.lines-unverified': {
    pt: 'Linhas por verificar: {n}. Verifique ou rejeite cada uma; depois feche o exercício.',
    en: 'Lines not verified: {n}. Verify or reject each one, then close the exercise.',
  },
  'registration.reject-reason': {
    pt: 'Diga porque rejeita esta linha: quem a registou lê a razão.',
    en: 'Say why you reject this line: whoever registered it reads the reason.',
  },
  'registration.weights-reason': {
    pt: 'Diga porque os pesos mudam: a razão fica junto da versão.',
    en: 'Say why the weights change: the reason stays with the version.',
  },
  'registration.weights-version': {
    pt: 'Não há versão {number} dos pesos. Escolha uma da lista.',
    en: 'There is no version {number} of the weights. Choose one from the list.',
  },
  'registration.too-early': {
    pt: 'Prometeu-se guardar até {day}. Antes disso apaga-se apenas quem retira o consentimento, agregado a agregado.',
    en: 'It was promised to keep it until {day}. Before that only those who withdraw consent are erased, household by household.',
  },
  'registration.pairs-open': {
    pt: 'Pares que podem ser a mesma pessoa, ainda sem decisão: {n}. Decida cada um; depois feche o exercício.',
    en: 'Pairs that may be one person and are not decided: {n}. Decide on each one, then close the exercise.',
  },
  'registration.pair-decided': {
    pt: 'Este par já foi decidido. Atualize a lista e siga para o próximo.',
    en: 'This pair was decided already. Refresh the list and go on to the next one.',
  },
  'registration.pair-answered': {
    pt: 'Já respondeu a este par. Agora é outra pessoa que responde, sem ver a sua resposta.',
    en: 'You have answered this pair. Now somebody else answers, without seeing your answer.',
  },
  'registration.pair-not-linked': {
    pt: 'Este par não está ligado, por isso não há nada a desfazer. Atualize a lista.',
    en: 'This pair is not linked, so there is nothing to undo. Refresh the list.',
  },
  'registration.too-few-decisions': {
    pt: 'Pares decididos como a mesma pessoa: {n}. Para aprender são precisos {needed}; continue a rever.',
    en: 'Pairs decided to be one person: {n}. Learning needs {needed}; go on reviewing.',
  },
  'registration.list-missing': {
    pt: 'Falta a lista. Escolha um ficheiro CSV ou XLSX.',
    en: 'The list is missing. Choose a CSV or XLSX file.',
  },
  'registration.list-without-names': {
    pt: 'A lista não tem coluna de nome, telefone nem documento. Dê às colunas os nomes «Nome», «Apelido», «Sexo», «Data de nascimento», «Telefone», «Documento».',
    en: 'The list has no column of names, phones or documents. Name the columns "Given name", "Surname", "Sex", "Birth date", "Phone", "Document".',
  },
  'registration.same-person': {
    pt: 'Foi você quem deu o primeiro passo. Peça a outra pessoa do registo que dê este.',
    en: 'You took the first step yourself. Ask another registration officer to take this one.',
  },
}
