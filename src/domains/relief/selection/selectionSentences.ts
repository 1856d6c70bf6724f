/** What a selection refuses, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const selectionSentences: Sentences = {
  'selection.proof-differs': {
    pt: 'A selecção {programme}, {number} ({place}) não sai igual do que está guardado. Guarde esta cópia à parte e use a cópia anterior.',
    en: 'Selection {programme}, {number} ({place}) does not come out the same from what is stored. Put this copy aside and use the one before.',
  },
  'selection.protected-ground': {
    pt: 'O critério «{criterion}» escolhe pela nacionalidade, etnia, língua, religião ou opinião política, ou por algo que as representa. Ninguém é escolhido por isso: tire-o, ou pergunte pela necessidade.',
    en: 'The criterion “{criterion}” chooses by nationality, ethnicity, language, religion or political opinion, or by something that stands for one of them. Nobody is chosen by that: take it out, or ask about the need.',
  },
  'selection.criterion-twice': {
    pt: 'O critério «{criterion}» está duas vezes. Tire um deles.',
    en: 'The criterion “{criterion}” stands twice. Take one of them out.',
  },
  'selection.no-points': {
    pt: 'Nenhum critério dá pontos. Escreva os pontos que a comunidade acordou.',
    en: 'No criterion gives points. Write the points that the community agreed on.',
  },
  'selection.place-unknown': {
    pt: 'O lugar «{place}» não está no registo de lugares. Escolha um da lista.',
    en: 'The place “{place}” is not in the register of places. Choose one of the list.',
  },
  'selection.criteria-signed-already': {
    pt: 'Estes critérios já foram assinados. Para os mudar, escreva uma nova versão e volte à comunidade.',
    en: 'These criteria were signed already. To change them, write a new edition and go back to the community.',
  },
  'selection.criteria-unsigned': {
    pt: 'Os critérios {code}, versão {edition}, ainda não foram assinados. Registe a acta da comunidade e o acordo do cluster, e depois comece a selecção.',
    en: 'The criteria {code}, edition {edition}, are not signed yet. Write down the minutes of the community and the agreement of the cluster, then begin the selection.',
  },
  'selection.day-in-the-future': {
    pt: 'O dia {day} ainda não chegou. Escreva o dia em que aconteceu.',
    en: 'The day {day} has not come yet. Write the day on which it happened.',
  },
  'selection.nobody-was-there': {
    pt: 'A acta diz que não estava ninguém. Conte as mulheres e os homens presentes.',
    en: 'The minutes say that nobody was there. Count the women and men who were present.',
  },
  'selection.more-displaced-than-people': {
    pt: 'Na acta há mais deslocados ({displaced}) do que presentes ({people}). Corrija um dos números.',
    en: 'The minutes have more displaced people ({displaced}) than people present ({people}). Correct one of the numbers.',
  },
  'selection.list-frozen': {
    pt: 'A lista já está congelada; ninguém entra nem sai por aqui. Quem falta apresenta uma reclamação.',
    en: 'The list is frozen; nobody enters or leaves this way. Whoever is missing brings an appeal.',
  },
  'selection.file-missing': {
    pt: 'Não veio nenhum ficheiro. Escolha o CSV ou XLSX com os candidatos.',
    en: 'No file came. Choose the CSV or XLSX with the candidates.',
  },
  'selection.list-empty': {
    pt: 'Nenhuma folha visível do ficheiro tem linhas. Verifique se escolheu a lista certa, e mostre a folha se estiver oculta.',
    en: 'No visible sheet of the file has lines. Check that you chose the right list, and show the sheet if it is hidden.',
  },
  'selection.names-in-list': {
    pt: 'A lista traz nomes ou contactos nas colunas {columns}. Para escolher basta o código: apague essas colunas e carregue de novo.',
    en: 'The list brings names or contacts in the columns {columns}. A code is enough to choose: delete these columns and load it again.',
  },
  'selection.columns-missing': {
    pt: 'Faltam as colunas {columns}. Dê às colunas o código do agregado, dos critérios e do desempate, e carregue de novo.',
    en: 'The columns {columns} are missing. Name the columns by the code of the household, the criteria and the tie-breaks, and load it again.',
  },
  'selection.line-without-code': {
    pt: 'A linha {line} não tem código de agregado. Escreva-o no ficheiro e carregue de novo.',
    en: 'Line {line} has no household code. Write it in the file and load it again.',
  },
  'selection.household-twice': {
    pt: 'O agregado {household} está nas linhas {first} e {line}. Deixe só uma e carregue de novo.',
    en: 'The household {household} stands in lines {first} and {line}. Leave only one and load it again.',
  },
  'selection.answer-unreadable': {
    pt: 'Linha {line}: não se percebe a resposta a «{criterion}». Escreva sim, não, um número inteiro, ou deixe vazio se ninguém respondeu.',
    en: 'Line {line}: the answer to “{criterion}” cannot be read. Write yes, no, a whole number, or leave it empty if nobody answered.',
  },
  'selection.tie-break-empty': {
    pt: 'Linha {line}: falta o desempate {columns}. Complete-o: sem ele a ordem não seria de ninguém.',
    en: 'Line {line}: the tie-break {columns} is missing. Fill it in: without it the order would be nobody’s.',
  },
  'selection.seed-before-freeze': {
    pt: 'A semente só se sorteia depois de congelar a lista. Congele-a primeiro, diante de todos.',
    en: 'The seed is drawn only after the list is frozen. Freeze it first, in front of everybody.',
  },
  'selection.second-seed': {
    pt: 'Esta selecção já tem a sua semente ({seed}), lida em voz alta. Não se sorteia outra; se a lista está errada, comece uma nova selecção e diga porquê.',
    en: 'This selection has its seed already ({seed}), read aloud. No other is drawn; if the list is wrong, begin a new selection and say why.',
  },
  'selection.two-witnesses': {
    pt: 'O sorteio precisa de duas testemunhas diferentes. Escolha quem assinou.',
    en: 'The draw needs two different witnesses. Choose who signed.',
  },
  'selection.candidates-changed': {
    pt: 'A lista guardada já não é a que foi congelada. Não ordene: avise a administração, que verifica a auditoria.',
    en: 'The stored list is no longer the one that was frozen. Do not rank: tell the administrator, who looks into the audit.',
  },
  'selection.not-drawn-yet': {
    pt: 'A semente ainda não foi sorteada. Compare os critérios depois do sorteio.',
    en: 'The seed has not been drawn yet. Compare the criteria after the draw.',
  },
  'selection.not-in-check': {
    pt: 'A verificação comunitária não está aberta. Abra-a no passo seguinte da selecção.',
    en: 'The community check is not open. Open it with the next step of the selection.',
  },
  'selection.found-already': {
    pt: 'A comunidade já falou do agregado {household}. Se mudou de opinião, registe uma reclamação.',
    en: 'The community has spoken of the household {household} already. If it changed its mind, write down an appeal.',
  },
  'selection.community-not-asked': {
    pt: 'A comunidade ainda não viu a lista. Registe o que disse de pelo menos um agregado.',
    en: 'The community has not seen the list yet. Write down what it said of one household at least.',
  },
  'selection.no-appeals-now': {
    pt: 'Nesta fase não se recebem nem decidem reclamações. Elas abrem depois de ordenada a lista e fecham antes da aprovação.',
    en: 'No appeal is received or decided at this stage. They open once the list is ranked and close before it is approved.',
  },
  'selection.appeal-decided': {
    pt: 'A reclamação do agregado {household} já foi decidida. Se há um facto novo, registe outra.',
    en: 'The appeal of the household {household} was decided already. If there is a new fact, write down another.',
  },
  'selection.appeals-not-due': {
    pt: 'O prazo para reclamar vai até {day}. Encerre depois desse dia.',
    en: 'People may appeal until {day}. Close after that day.',
  },
  'selection.appeals-open': {
    pt: 'Falta decidir {n} {n|reclamação|reclamações}. Decida e diga a razão na língua do agregado.',
    en: '{n} {n|appeal is|appeals are} not decided. Decide and tell the reason in the household’s language.',
  },
  'selection.approver-ran-it': {
    pt: 'Quem conduziu a selecção não a aprova. Peça à chefia ou a outra pessoa da coordenação do cluster.',
    en: 'Whoever ran the selection does not approve it. Ask the chief of mission or somebody else of the cluster’s coordination.',
  },
  'selection.fairness-unanswered': {
    pt: '{n} {n|grupo foi escolhido|grupos foram escolhidos} muito menos do que os outros ({groups}). Responda por escrito porquê, e depois aprove.',
    en: '{n} {n|group was chosen|groups were chosen} far less than the others ({groups}). Answer in writing why, then approve.',
  },
  'selection.not-published': {
    pt: 'A lista ainda não foi publicada. Fica disponível depois da aprovação e da publicação.',
    en: 'The list is not published yet. It can be had once it is approved and published.',
  },
}
