/** What is said about registered people and their households. */
import type { Sentences } from '../../kernel/index.ts'

export const peopleSentences: Sentences = {
  'people.household-not-active': {
    pt: 'Um destes agregados já saiu ou foi junto a outro. Abra o agregado onde as pessoas vivem agora.',
    en: 'One of these households has left or was joined to another. Open the household where the people live now.',
  },
  'people.not-of-household': {
    pt: 'Nem todas estas pessoas vivem neste agregado. Abra-o de novo e escolha na lista.',
    en: 'Not all of these people live in this household. Open it again and choose from the list.',
  },
  'people.split-leaves-nobody': {
    pt: 'Saem todas as pessoas: isso não divide o agregado. Deixe pelo menos uma.',
    en: 'Everybody leaves: that splits no household. Leave at least one person in it.',
  },
  'people.consent-not-given': {
    pt: 'Não há consentimento dado para este fim, por isso não há nada a retirar. Atualize a página.',
    en: 'No consent stands for this purpose, so there is nothing to withdraw. Refresh the page.',
  },
  'people.merge-with-itself': {
    pt: 'Este é o mesmo agregado. Escreva o número do outro.',
    en: 'This is the same household. Write the number of the other one.',
  },
  'people.number-wrong': {
    pt: 'Este número não existe: o último algarismo não bate certo com os outros. Leia-o de novo no cartão; são nove algarismos.',
    en: 'There is no such number: its last digit does not fit the others. Read it again from the card; it has nine digits.',
  },
  'people.number-unknown': {
    pt: 'Nenhum agregado que possa ver tem este número. Pode estar fora da sua área; procure a pessoa pelo nome ou peça a quem regista nessa área.',
    en: 'No household that you may see has this number. It may be outside your area; search the person by name, or ask whoever registers there.',
  },
  'people.change-undone': {
    pt: 'Esta mudança já foi desfeita. Abra o agregado de novo.',
    en: 'This change was undone already. Open the household again.',
  },
  'people.change-overtaken': {
    pt: 'Um destes agregados mudou de novo depois. Desfaça primeiro a mudança mais recente.',
    en: 'One of these households changed again afterwards. Undo the latest change first.',
  },
  'people.nobody-left': {
    pt: 'Já não há ninguém neste agregado. Não é preciso fazer mais nada.',
    en: 'Nobody is left in this household. Nothing more needs to be done.',
  },
  'people.household-changed-since': {
    pt: 'Este agregado foi dividido, junto a outro ou em parte apagado depois do registo. Corrija-o na página do agregado; o formulário já não diz quem lá vive.',
    en: 'This household was split, joined to another or partly erased after it was registered. Correct it on its own page; the form no longer says who lives there.',
  },
}
