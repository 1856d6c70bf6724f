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
    pt: 'Há {n#linha por verificar|linhas por verificar}. Verifique ou rejeite cada uma; depois feche o exercício.',
    en: 'There {n#is one line|are lines} not verified: {n}. Verify or reject each one, then close the exercise.',
  },
  'registration.too-early': {
    pt: 'Prometeu-se guardar até {day}. Antes disso apaga-se apenas quem retira o consentimento, agregado a agregado.',
    en: 'It was promised to keep it until {day}. Before that only those who withdraw consent are erased, household by household.',
  },
  'registration.same-person': {
    pt: 'Foi você quem pôs este exercício de lado. Peça a outra pessoa do registo que confirme o apagamento.',
    en: 'You set this exercise aside yourself. Ask another registration officer to confirm the erasure.',
  },
}
