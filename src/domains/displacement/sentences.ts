/** What a round refuses or finds odd, in words that say what to do next. Portuguese is written beside English, not translated later. */
import type { Sentences } from '../../kernel/index.ts'

export const roundSentences: Sentences = {
  'round.no-scope': {
    pt: 'Não há lugares para contar ({unit}). Importe os lugares ou escolha outra unidade.',
    en: 'There is no place to count ({unit}). Import the places, or choose another unit.',
  },
  'round.form-not-released': {
    pt: 'Falta a versão do formulário. Indique-a na ronda antes de abrir a recolha.',
    en: 'The form version is missing. Name it in the round before opening collection.',
  },
  'round.team-missing': {
    pt: '{places#} {places#|lugar|lugares} sem equipa: {places}. Dê uma equipa a cada um.',
    en: '{places#} {places#|place has no team|places have no team}: {places}. Give each one a team.',
  },
  'round.places-without-status': {
    pt: '{places#} {places#|lugar|lugares} sem resposta: {places}. Visite cada um, ou marque-o como fechado, mantido de ronda anterior ou não avaliado, com o motivo.',
    en: '{places#} {places#|place has no answer|places have no answer}: {places}. Visit each, or mark it as closed, carried forward or not assessed, with the reason.',
  },
  'round.no-figures': {
    pt: 'Esta ronda ainda não tem números. Importe o ficheiro da recolha.',
    en: 'This round has no figures yet. Import the file of the collection.',
  },
  'round.open-errors': {
    pt: '{n} {n|erro|erros} por resolver. Corrija cada número, ou marque o lugar com outro resultado.',
    en: '{n} {n|error is open|errors are open}. Correct each figure, or give the place another outcome.',
  },
  'round.warnings-without-note': {
    pt: '{n} {n|aviso|avisos} sem decisão escrita. Decida cada um e escreva porquê.',
    en: '{n} {n|warning has|warnings have} no written decision. Decide each one and write why.',
  },
  'round.error-not-waived': {
    pt: 'Um erro não se dispensa com uma nota. Corrija o número ou mude o resultado do lugar.',
    en: 'An error is not waived by a note. Correct the figure, or change the outcome of the place.',
  },
  'round.same-person-as-cleaner': {
    pt: 'Quem limpou esta ronda não a pode rever. Peça a outra pessoa da equipa de dados.',
    en: 'Whoever cleaned this round cannot review it. Ask another data officer.',
  },
  'round.list-closed': {
    pt: 'A lista de lugares está fechada neste estado ({state}). Devolva a ronda à limpeza primeiro.',
    en: 'The list of places is closed in this state ({state}). Send the round back to cleaning first.',
  },
  'round.addition-without-reason': { pt: 'Escreva porque se acrescenta este lugar.', en: 'Write why this place is added.' },
  'round.outcome-without-reason': {
    pt: 'Um lugar não avaliado precisa de um motivo. Escolha-o na lista.',
    en: 'A place that was not assessed needs a reason. Choose it from the list.',
  },
  'round.carried-without-source': { pt: 'Diga de que ronda vem o número mantido.', en: 'Say which round the carried figure comes from.' },
  'round.source-not-found': {
    pt: 'A ronda {round} não está publicada nesta operação. Escolha uma que esteja.',
    en: 'Round {round} is not published in this operation. Choose one that is.',
  },
  'round.figures-closed': {
    pt: 'Os números estão fechados neste estado ({state}). Devolva a ronda à limpeza para corrigir.',
    en: 'The figures are closed in this state ({state}). Send the round back to cleaning to correct them.',
  },
  'round.correction-no-count': {
    pt: 'Escreva um número inteiro, zero ou mais, ou deixe vazio se é desconhecido.',
    en: 'Write a whole number, zero or more, or leave it empty if it is unknown.',
  },
  'round.correction-without-reason': { pt: 'Escolha o motivo da correção.', en: 'Choose the reason for the correction.' },
  'round.correction-changes-nothing': { pt: 'O número já é este. Nada foi mudado.', en: 'The figure is this one already. Nothing was changed.' },
  'round.reservation-missing': {
    pt: 'Validar com reserva pede pelo menos uma reserva: escolha o lugar e escreva-a.',
    en: 'Endorsing with reservation asks for at least one: choose the place and write it.',
  },
  'round.reservation-unexpected': {
    pt: 'Há reservas escritas. Escolha «validar com reserva» ou retire-as.',
    en: 'There are written reservations. Choose "endorse with reservation", or take them out.',
  },
  'round.not-endorsed': {
    pt: 'O Governo ainda não validou esta ronda. Envie-a para validação, ou registe o papel assinado (instituição e data).',
    en: 'The Government has not endorsed this round yet. Send it for endorsement, or record the signed paper (office and date).',
  },
  'round.changed-after-freeze': {
    pt: 'Os números mudaram depois de congelados para validação. Devolva a ronda à limpeza e peça nova validação.',
    en: 'The figures changed after they were frozen for endorsement. Send the round back to cleaning and ask for endorsement again.',
  },
  'round.licence-missing': {
    pt: 'Falta a licença ou a linha de crédito. Escreva-as na operação.',
    en: 'The licence or the credit line is missing. Write them in the operation.',
  },
  'round.disclosure-open': {
    pt: '{cells#} {cells#|número pequeno podia ser recuperado|números pequenos podiam ser recuperados} por subtração: {cells}. Junte motivos ou origens antes de publicar.',
    en: '{cells#} {cells#|small figure could|small figures could} be recovered by subtraction: {cells}. Join reasons or origins before publishing.',
  },
  'round.totals-disagree': {
    pt: 'As partes não somam o total em {n} {n|lugar|lugares}: {differences}. Procure o lugar que está na área errada e corrija-o.',
    en: 'The parts do not make up the total in {n} {n|place|places}: {differences}. Look for the place in the wrong area and correct it.',
  },
  'round.narrative-mismatch': {
    pt: '«{sentence}»: o texto diz {said}; segundo os números desta ronda: {computed}. Corrija a frase, ou escreva-a com um número da ronda.',
    en: '"{sentence}": the text says {said}; by the figures of this round: {computed}. Correct the sentence, or write it with a figure of the round.',
  },
  'round.not-published': { pt: 'Só uma ronda publicada tem novas edições (estado: {state}).', en: 'Only a published round has new editions (state: {state}).' },
  'round.edition-without-note': {
    pt: 'Escreva, em português e inglês, o que muda nesta edição e porquê.',
    en: 'Write, in Portuguese and English, what changes in this edition and why.',
  },
  'round.edition-open': {
    pt: 'Já há uma nova edição desta ronda em preparação. Continue nela.',
    en: 'A new edition of this round is being prepared already. Go on with that one.',
  },
  'round.format-needs-publication': {
    pt: 'O formato {format} existe só para rondas publicadas. Use csv, xlsx ou json.',
    en: 'The format {format} exists for published rounds only. Use csv, xlsx or json.',
  },
  'round.individuals-below-households': {
    pt: '{name}: {individuals} {individuals|pessoa|pessoas} em {households} {households|agregado|agregados}. As colunas podem estar trocadas; ligue ao informante e corrija.',
    en: '{name}: {individuals} {individuals|person|people} in {households} {households|household|households}. The columns may be swapped; call the informant and correct.',
  },
  'round.household-size-unusual': {
    pt: '{name}: {size} {size|pessoa|pessoas} por agregado (esperado {from} a {to}). Confirme por telefone, ou corrija.',
    en: '{name}: {size} {size|person|people} per household (expected {from} to {to}). Confirm by call, or correct.',
  },
  'round.column-copied': {
    pt: 'Em {same} de {rows} {rows|lugar|lugares} as pessoas são iguais aos agregados: uma coluna foi copiada sobre a outra. Peça o ficheiro original.',
    en: 'In {same} of {rows} {rows|place|places} the people equal the households: one column was copied over the other. Ask for the original file.',
  },
  'round.sexes-differ': {
    pt: '{name}: {females} {females|mulher|mulheres} e {males} {males|homem|homens} não somam {individuals} {individuals|pessoa|pessoas}. Corrija, ou deixe o sexo desconhecido.',
    en: '{name}: {females} {females|woman|women} and {males} {males|man|men} do not make up {individuals} {individuals|person|people}. Correct it, or leave the sex unknown.',
  },
  'round.ages-exceed': {
    pt: '{name}: a contagem por idade soma {counted}, mais do que as pessoas do lugar ({individuals}). Confirme o número; até lá a idade deste lugar não entra na publicação.',
    en: '{name}: the count by age makes {counted}, more than the people of the place ({individuals}). Check the figure; until then the ages of this place stay out of the publication.',
  },
  'round.ages-disagree': {
    pt: 'As faixas etárias somam {sum} e o total é {total}. Nada foi publicado; avise a administração.',
    en: 'The age bands make {sum} and the total is {total}. Nothing was published; tell the administrator.',
  },
  'round.figure-unknown': {
    pt: '{name}: número de pessoas desconhecido. O total fica desconhecido enquanto este faltar; ligue ou transporte o número anterior.',
    en: '{name}: the number of people is unknown. The total stays unknown while it is missing; call, or carry the earlier figure forward.',
  },
  'round.unplaced': { pt: '{name} ainda não tem posto nem distrito. Coloque-o em Lugares.', en: '{name} has no post or district yet. Place it under Places.' },
  'round.assessed-without-figure': {
    pt: '{name} está como avaliado mas não tem números. Importe-os, ou mude o resultado.',
    en: '{name} is marked as assessed but has no figures. Import them, or change the outcome.',
  },
  'round.same-figure': {
    pt: '{name}: o mesmo número ({individuals}) em {rounds} {rounds|ronda|rondas} seguidas. Confirme que alguém voltou a contar.',
    en: '{name}: the same figure ({individuals}) in {rounds} {rounds|round|rounds} in a row. Confirm that somebody counted again.',
  },
  'round.date-missing': {
    pt: 'Falta a data destes números. Escreva a data de referência ou o fim da recolha.',
    en: 'The date of these figures is missing. Give the reporting date, or the end of collection.',
  },
  'round.published-unchangeable': {
    pt: 'Esta ronda está publicada e não muda. Faça uma nova edição com a nota do que muda; a anterior fica no seu endereço.',
    en: 'This round is published and does not change. Make a new edition with a note of what changes; the one before keeps its address.',
  },
  'round.frozen': {
    pt: 'A ronda está com o Governo; {fields} já não mudam. Peça que a devolva com o motivo, corrija e envie de novo.',
    en: 'The round lies with the Government; {fields} no longer change. Ask for it to be returned with the reason, correct it and send it again.',
  },
  'change.figure-unknown': {
    pt: 'Em {places#} {places#|lugar|lugares} falta o número nesta unidade; a mudança não se pode calcular. Compare por {offer}.',
    en: 'In {places#} {places#|place|places} the figure is missing in this unit; the change cannot be computed. Compare by {offer}.',
  },
  'change.place-twice': { pt: 'O mesmo lugar aparece duas vezes na ronda: {places}.', en: 'The same place stands twice in the round: {places}.' },
  'import.operation-missing': { pt: 'Diga a que operação pertence este ficheiro.', en: 'Say which operation this file belongs to.' },
  'import.round-closed': {
    pt: 'As rondas {rounds} já passaram da limpeza; um ficheiro não as pode mudar. Faça uma nova edição.',
    en: 'Rounds {rounds} are past cleaning; a file cannot change them. Make a new edition.',
  },
  'import.places-not-in-register': {
    pt: '{places#} {places#|lugar não está no registo|lugares não estão no registo}: {places}. Acrescente o que falta em Lugares, ou corrija o código.',
    en: '{places#} {places#|place is not|places are not} in the register: {places}. Add what is missing under Places, or correct the code.',
  },
  'import.undo-reviewed': {
    pt: 'As rondas {rounds} já estão em revisão ou publicadas. Corrija-as numa nova edição.',
    en: 'Rounds {rounds} are under review or published. Correct them in a new edition.',
  },
  'import.undo-corrected': {
    pt: '{n} {n|correção já foi feita|correções já foram feitas} sobre estes números. Anule primeiro o que foi corrigido, ou corrija só o resto.',
    en: '{n} {n|correction was made|corrections were made} on these figures already. Reverse what was corrected first, or correct the rest only.',
  },
  'verify.audit-broken': {
    pt: 'A linha {seq} do registo de atos foi mudada ou retirada. Último selo intacto: {lastGoodSeal}. Guarde o disco e chame a operação.',
    en: 'Line {seq} of the audit was changed or removed. Last good seal: {lastGoodSeal}. Keep the disk and call the operator.',
  },
  'verify.file-damaged': {
    pt: '{product} v{version}: o ficheiro {file} falta ou está danificado. Restaure-o da cópia.',
    en: '{product} v{version}: the file {file} is missing or damaged. Restore it from the backup.',
  },
  'verify.hash-differs': {
    pt: '{product} v{version}: o conteúdo não corresponde à impressão digital publicada.',
    en: '{product} v{version}: the content does not match its published fingerprint.',
  },
  'round.place-not-listed': {
    pt: 'O lugar {place} não está na lista de nenhuma ronda deste tipo. Acrescente-o à lista da ronda com a razão, e aprove outra vez; a submissão fica guardada.',
    en: 'The place {place} is on the list of no round of this type. Add it to the list of the round with the reason, and approve again; the submission is kept.',
  },
  'round.not-collecting': {
    pt: 'A ronda {round} já não recebe formulários de {place} (estado: {state}). A submissão fica guardada; conta numa nova edição da ronda ou na ronda seguinte.',
    en: 'Round {round} takes no more forms of {place} (state: {state}). The submission is kept; it counts in a new edition of the round or in the next round.',
  },
  'round.place-counted-already': {
    pt: '{place} já tem números na ronda {round}, vindos de outra submissão ou de um ficheiro. Compare as duas e rejeite a que não vale; nada se conta duas vezes.',
    en: '{place} has figures in round {round} already, from another submission or from a file. Compare the two and reject the one that does not hold; nothing is counted twice.',
  },
  'round.form-cell-corrected': {
    pt: 'Os números de {place} foram corrigidos no escritório depois da primeira aprovação, e esta edição já não traz o grupo corrigido. Veja as correções da ronda antes de aprovar.',
    en: 'The figures of {place} were corrected in the office after the first approval, and this edit no longer brings the group that was corrected. Look at the corrections of the round before approving.',
  },
  'round.figures-gone-on': {
    pt: '{place} conta já na ronda {round}, cujos números seguiram para revisão ou publicação (estado: {state}). Peça a devolução da ronda à limpeza, ou abra uma nova edição depois de publicada, e decida então.',
    en: 'The figures of {place} are in round {round} already and have gone on to review or publication (state: {state}). Ask for the round to come back to cleaning, or open a new edition once it is published, and decide then.',
  },
  'round.figures-corrected-since': {
    pt: 'Os números de {place} na ronda {round} foram corrigidos no escritório depois da aprovação. Já não são só os deste formulário: corrija-os no quadro da ronda, ou peça um formulário novo e aprove-o.',
    en: 'The figures of {place} in round {round} were corrected in the office after the approval. They are no longer those of this form alone: correct them on the board of the round, or ask for a new form and approve it.',
  },
}
