/** What is said about fingerprints in registration. Nothing here ever stops a person's registration or aid. */
import type { Sentences } from '../../../../kernel/index.ts'

export const biometricSentences: Sentences = {
  'biometrics.off': {
    pt: 'As impressões digitais estão desligadas neste exercício. Continue o registo sem elas: nada muda para as pessoas.',
    en: 'Fingerprints are off in this exercise. Go on registering without them: nothing changes for people.',
  },
  'biometrics.sunset-past': {
    pt: 'O último dia ({day}) já passou. Escolha um dia a partir de hoje.',
    en: 'The last day ({day}) has passed. Choose a day from today on.',
  },
  'biometrics.sunset-too-late': {
    pt: 'As impressões digitais acabariam em {day}, depois do dia até quando se guarda o registo ({until}). Escolha um dia até {until}.',
    en: 'Fingerprints would end on {day}, after the day until which the registration is kept ({until}). Choose a day up to {until}.',
  },
  'biometrics.minimum-age': {
    pt: 'A idade mínima escrita é {age}; neste país não pode ser menor que {lowest}. Escreva {lowest} ou mais.',
    en: 'The minimum age written is {age}; in this country it cannot be below {lowest}. Write {lowest} or more.',
  },
  'biometrics.asked-already': {
    pt: 'Já existe um pedido ou uma concessão neste exercício (estado: {state}). Termine-o antes de pedir outro.',
    en: 'There is a request or a grant in this exercise already (state: {state}). End it before asking for another.',
  },
  'biometrics.one-finger': {
    pt: 'O modelo tem de dizer um só dedo; este diz {n}. No leitor escolha o dedo e leia-o outra vez.',
    en: 'The template must name one single finger; this one names {n}. Choose the finger on the scanner and scan it again.',
  },
  'biometrics.unusable': {
    pt: 'Este dedo tem poucos pontos para se comparar. Tente outro dedo, ou continue sem: o serviço é o mesmo.',
    en: 'This finger has too few points to be compared. Try another finger, or go on without: the service is the same.',
  },
  'biometrics.two-fingers': {
    pt: 'Já está guardado o máximo desta pessoa: {most} {most|dedo|dedos}. Continue o registo.',
    en: 'The most that is kept of one person is there already: {most} {most|finger|fingers}. Go on registering.',
  },
  'biometrics.too-young': {
    pt: 'Neste exercício não se lê o dedo de quem tem, ou pode ter, menos de {age} {age|ano|anos}. Continue o registo sem impressão digital.',
    en: 'In this exercise no finger is taken of anybody who is, or may be, under {age}. Go on registering without a fingerprint.',
  },
  'biometrics.age-unknown': {
    pt: 'Não se sabe a idade desta pessoa, e só se lê o dedo a partir de {age} {age|ano|anos}. Continue o registo sem impressão digital.',
    en: 'The age of this person is not known, and a finger is taken from {age} on. Go on registering without a fingerprint.',
  },
  'biometrics.consent-missing': {
    pt: 'Falta o consentimento próprio para a impressão digital. Leia o texto à pessoa e registe o que ela disse; se recusar, continue sem.',
    en: 'The consent of its own for the fingerprint is missing. Read the words to the person and record the answer; if the person refuses, go on without.',
  },
  'biometrics.no-template': {
    pt: 'Esta pessoa não tem impressão digital guardada neste exercício. Confirme quem é pelo cartão ou por quem a conhece; nada se perde.',
    en: 'This person has no fingerprint kept in this exercise. Confirm who it is by the card or by somebody who knows the person; nothing is lost.',
  },
  'biometrics.no-provider': {
    pt: 'Comparar dedos precisa de um fornecedor de fora, e nenhum está ligado a esta casa. Continue: ninguém espera por isso.',
    en: 'Comparing fingers needs a provider from outside, and none is connected to this house. Go on: nobody is held up by it.',
  },
  'biometrics.no-answer': {
    pt: 'O fornecedor de comparação não respondeu. Continue sem ele; pode tentar mais tarde.',
    en: 'The provider of comparison did not answer. Go on without it; you can try later.',
  },
  'biometrics.looks-same': {
    pt: 'Os dedos parecem ser da mesma pessoa. É um sinal entre outros: quem decide é uma pessoa.',
    en: 'The fingers seem to be of one person. It is one sign among others: a person decides.',
  },
  'biometrics.looks-different': {
    pt: 'Os dedos não parecem ser da mesma pessoa. Um dedo seco ou magoado dá o mesmo resultado: confirme pelo cartão ou por quem a conhece.',
    en: 'The fingers do not seem to be of one person. A dry or hurt finger gives the same result: confirm by the card or by somebody who knows the person.',
  },
  'biometrics.looks-unsure': {
    pt: 'A comparação não diz nem que sim nem que não. Confirme pelo cartão ou por quem conhece a pessoa.',
    en: 'The comparison says neither yes nor no. Confirm by the card or by somebody who knows the person.',
  },
  'biometrics.not-asked': {
    pt: 'Ninguém espera por uma concessão neste exercício. Atualize a página; quem regista faz primeiro o pedido.',
    en: 'Nobody is waiting for a grant in this exercise. Refresh the page; a registration officer asks first.',
  },
}
