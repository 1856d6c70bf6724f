/** What is said about courses, trainees and certificates. */
import type { Sentences } from '../../../kernel/index.ts'

export const learningSentences: Sentences = {
  'training.place-unknown': {
    pt: 'O lugar {place} não está no registo de lugares. Escolha-o na lista.',
    en: 'The place {place} is not in the register of places. Choose it from the list.',
  },
  'training.ends-before-start': { pt: 'A formação acaba antes de começar. Corrija os dias.', en: 'The training ends before it starts. Correct the days.' },
  'training.trainer-unknown': {
    pt: 'Um dos formadores não está no registo de formação. Registe-o primeiro.',
    en: 'One of the trainers is not in the training register. Register the person first.',
  },
  'training.already-there': {
    pt: 'Esta pessoa já está na lista desta formação. Procure-a na lista.',
    en: 'This person is on the list of this training already. Look on the list.',
  },
  'training.half-days': {
    pt: 'A formação tem {n} {n|meio-dia|meios-dias}. Marque a presença em cada um.',
    en: 'The training has {n} half {n|day|days}. Mark attendance for each of them.',
  },
  'learner.perhaps-known': {
    pt: 'Já {n|está registada uma pessoa|estão registadas pessoas} com este nome ou telefone ({n}). Procure e escolha-a, ou confirme que é outra pessoa.',
    en: 'There {n|is a person|are people} with this name or phone already ({n}). Search and choose, or confirm that this is somebody else.',
  },
  'learner.consent-missing': {
    pt: 'Sem o acordo da pessoa não se guarda o nome. Peça-o, ou conte-a sem nome.',
    en: 'Without the person’s consent no name is kept. Ask for it, or count the person without a name.',
  },
  'learner.erased': {
    pt: 'A pessoa pediu para ser apagada; já não há nome para imprimir.',
    en: 'The person asked to be erased; there is no name left to print.',
  },
  'certificate.not-earned': {
    pt: 'O certificado pede presença de {needed} % e teste final de {passMark}. Presença: {attendance}; teste final: {score}. Complete o que falta, ou convide a pessoa para a próxima formação.',
    en: 'The certificate asks for {needed}% attendance and a post-test of {passMark}. Attendance: {attendance}; post-test: {score}. Complete what is missing, or invite the person to the next training.',
  },
  'certificate.attendance-short': {
    pt: 'O certificado pede presença de {needed} %. Presença: {attendance}. Marque as presenças que faltam, ou convide a pessoa para a próxima formação.',
    en: 'The certificate asks for {needed}% attendance. Attendance: {attendance}. Mark what is missing, or invite the person to the next training.',
  },
  'certificate.to-oneself': {
    pt: 'Ninguém se certifica a si próprio, e quem forma não recebe certificado da sua formação. Peça a outra pessoa.',
    en: 'Nobody certifies himself, and trainers get no certificate of their own training. Ask somebody else.',
  },
  'certificate.issued-already': {
    pt: 'O certificado {number} já foi emitido; o que o sustenta não muda. Imprima-o.',
    en: 'Certificate {number} is issued already; what it stands on does not change. Print it.',
  },
  'certificate.none-yet': { pt: 'Ainda não há certificado. Emita-o primeiro.', en: 'There is no certificate yet. Issue it first.' },
  'certificate.number-too-long': {
    pt: 'O número {number} não cabe no código do certificado. Avise quem mantém o sistema.',
    en: 'The number {number} does not fit the code of a certificate. Tell whoever maintains the system.',
  },
}
