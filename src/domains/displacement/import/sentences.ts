/**
 * What the import of displacement figures says to people, in Portuguese and English: what is the matter, what was kept, what to do next. `{name}` is a
 * fact of the finding, `{name#}` how many there are. Wording holds for one and for many.
 */
import type { Sentences } from '../../../kernel/shared.ts'

export const importSentences: Sentences = {
  'import.result': {
    pt: '{inScope} {inScope|linha lida|linhas lidas}; {imported} em {rounds} {rounds|ronda|rondas}; {quarantined} em quarentena; {outOfScope} fora do âmbito; {questions} {questions|pergunta|perguntas} para si',
    en: '{inScope} {inScope|row read|rows read}; {imported} in {rounds} {rounds|round|rounds}; {quarantined} in quarantine; {outOfScope} out of scope; {questions} {questions|question|questions} for you',
  },
  'import.already-imported': {
    pt: 'Linhas já importadas, com os mesmos lugares e a mesma ronda: {rows} de {of}. Não se acrescenta nada por elas; continue com o resto.',
    en: 'Rows imported already, with the same places and round: {rows} of {of}. Nothing is added for them; go on with the rest.',
  },
  'import.figure-differs-from-earlier': {
    pt: 'Linha {line}, {name}: uma importação anterior tem {before} {before|pessoa|pessoas}, este ficheiro tem {now}. Fica o valor anterior; se o novo está certo, escreva uma correção com o motivo.',
    en: 'Line {line}, {name}: an earlier import holds {before} {before|person|people}, this file says {now}. The earlier figure stays; if the new one is right, write a correction with the reason.',
  },
  'import.nothing-recognised': {
    pt: 'Em «{name}» não há colunas de lugar e de pessoas que se reconheçam. Indique no passo «Colunas» qual é qual, ou descarregue o modelo.',
    en: 'No columns of places and people were recognised in "{name}". Say which is which in the step "Columns", or download the template.',
  },
  'import.round-missing': {
    pt: 'O ficheiro não diz de que ronda é (colunas: {columns}). Indique a coluna da ronda, ou o número da ronda e as suas datas.',
    en: 'The file does not say which round it is (columns: {columns}). Name the column with the round, or give the round number and its dates.',
  },
  'import.other-country': {
    pt: 'Este ficheiro é de outro país ({found}); aqui trabalha-se com {expected}. Escolha o ficheiro certo, ou importe-o como um país à parte.',
    en: 'This file is of another country ({found}); this office works on {expected}. Choose the right file, or import it as a country of its own.',
  },
  'import.which-country': {
    pt: 'O ficheiro tem linhas de vários países ({found}). Diga de qual se trata; os outros ficam de fora.',
    en: 'The file has rows of several countries ({found}). Say which one is meant; the others are set aside.',
  },
  'import.rows-of-another-country': {
    pt: '{country}: {rows} {rows|linha fica de fora, porque é de outro país|linhas ficam de fora, porque são de outro país} (linhas {lines}). Não se perde nada; com o pacote desse país pode importá-las, se precisar.',
    en: '{country}: {rows} {rows|row is set aside because it is|rows are set aside because they are} of another country (lines {lines}). Nothing is lost; import them with that country if you need them.',
  },
  'import.date-order-month-first': {
    pt: 'Datas de {group}: mês antes do dia. {monthFirst|Prova-o|Provam-no} {monthFirst} {monthFirst|linha|linhas}, nenhuma o contradiz; {ambiguous} {ambiguous|lê-se|leem-se} das duas maneiras. Confirme com uma data que conheça.',
    en: 'Dates of {group}: month before day. Proven by {monthFirst} {monthFirst|row|rows}, contradicted by none; {ambiguous} can be read both ways. Check with a date that you know.',
  },
  'import.date-order-day-first': {
    pt: 'Datas de {group}: dia antes do mês. {dayFirst|Prova-o|Provam-no} {dayFirst} {dayFirst|linha|linhas}, nenhuma o contradiz; {ambiguous} {ambiguous|lê-se|leem-se} das duas maneiras. Confirme com uma data que conheça.',
    en: 'Dates of {group}: day before month. Proven by {dayFirst} {dayFirst|row|rows}, contradicted by none; {ambiguous} can be read both ways. Check with a date that you know.',
  },
  'import.date-order-open': {
    pt: 'Datas de {group}: {ambiguous} leem-se das duas maneiras e nenhuma prova a ordem. Diga se o dia vem primeiro ou o mês; até lá ficam sem data.',
    en: 'Dates of {group}: {ambiguous} can be read both ways and none proves the order. Say whether the day or the month comes first; until then they have no date.',
  },
  'import.two-date-orders': {
    pt: 'Datas de {group} em duas ordens: {dayFirst} só {dayFirst|se lê|se leem} com o dia primeiro, {monthFirst} só com o mês. Pergunte a quem fez o ficheiro; até lá as duvidosas ({ambiguous}) ficam sem data.',
    en: 'Dates of {group} in two orders: {dayFirst} make sense only with the day first, {monthFirst} only with the month. Ask who made the file; until then the {ambiguous} doubtful ones have no date.',
  },
  'import.date-unread': {
    pt: 'Linha {line}: «{written}» não se lê como data nesta coluna. A linha fica sem data; corrija-a no ficheiro ou aqui.',
    en: 'Line {line}: "{written}" cannot be read as a date in this column. The row has no date; correct it in the file or here.',
  },
  'import.date-odd': {
    pt: 'Linha {line}: {date} não cabe na ronda {round} ({from} a {to}) e fica mais perto de outra. A data não foi mudada; confirme-a por telefone ou aceite a sugestão.',
    en: 'Line {line}: {date} does not fit round {round} ({from} to {to}) and lies nearer to another. The date was not changed; confirm it by telephone or take the suggestion.',
  },
  'import.block-repeats-keys': {
    pt: 'As linhas {lines} repetem os códigos e as datas das linhas {of} ({keys} de {rows}), mas só {sameFigures} têm o mesmo nome e os mesmos números: as datas foram copiadas. O bloco fica em quarentena e não se conta; dê-lhe as datas certas quando as souber.',
    en: 'Lines {lines} repeat the codes and dates of lines {of} ({keys} of {rows}), yet only {sameFigures} agree in name and figures: the dates were copied. The block is in quarantine and is not counted; give it its dates when you know them.',
  },
  'import.identical-row': {
    pt: 'A linha {line} é igual à linha {of} em todas as colunas. Veja se foi colada duas vezes.',
    en: 'Line {line} equals line {of} in every column. See whether it was pasted twice.',
  },
  'import.duplicate-row': {
    pt: '{name}: as linhas {lines} dizem o mesmo da mesma ronda. Conta-se só a primeira; se forem grupos diferentes, acrescente o motivo ou a origem.',
    en: '{name}: lines {lines} say the same of the same round. Only the first is counted; if they are different groups, add the reason or the origin.',
  },
  'import.place-twice-in-round': {
    pt: '{name}: as linhas {lines} dão números diferentes para a mesma ronda. Nenhuma é contada; diga qual está certa.',
    en: '{name}: lines {lines} give different figures for the same round. None is counted; say which one is right.',
  },
  'import.code-two-sites': {
    pt: 'O código {code} está em lugares diferentes na mesma ronda: {names} (linhas {lines}). Nenhum é contado; dê a cada um o seu código.',
    en: 'Code {code} stands for different places in one round: {names} (lines {lines}). None is counted; give each its own code.',
  },
  'import.code-reused': {
    pt: 'O código {code} mudou de lugar: {names} (rondas {rounds}). Os números seguem o nome e o código fica como nome alternativo; confirme uma vez.',
    en: 'Code {code} moved from place to place: {names} (rounds {rounds}). Figures follow the name and the code is kept as an alias; confirm it once.',
  },
  'import.column-copied': {
    pt: 'Ronda {round}: em {rows} {rows|linha|linhas} ({lines}) as pessoas são iguais aos agregados, como se a coluna tivesse sido copiada. As pessoas ficam como desconhecidas e os agregados contam-se; peça a coluna certa a quem enviou o ficheiro.',
    en: 'Round {round}: in {rows} {rows|row|rows} ({lines}) people equal households, as if the column had been copied. People are kept as unknown and households are counted; ask the sender for the right column.',
  },
  'import.individuals-below-households': {
    pt: 'Linha {line}, {name}: {households} {households|agregado|agregados} e só {individuals} {individuals|pessoa|pessoas}. O número fica como foi escrito e a ronda não fecha assim; telefone ao lugar e corrija.',
    en: 'Line {line}, {name}: {households} {households|household|households} and only {individuals} {individuals|person|people}. The figure is kept as written and the round cannot close with it; call the place and correct it.',
  },
  'import.households-copied': {
    pt: 'Linha {line}, {name}: {households} {households|agregado|agregados} e {individuals} {individuals|pessoa|pessoas}; na ronda ao lado eram {besideHouseholds} e {besideIndividuals}. Os agregados parecem copiados; fica como publicado até decidir uma correção.',
    en: 'Line {line}, {name}: {households} {households|household|households} and {individuals} {individuals|person|people}; the round beside it has {besideHouseholds} and {besideIndividuals}. Households look copied; it stays as published until you decide on a correction.',
  },
  'import.household-size-unusual': {
    pt: 'Linha {line}, {name}: {individuals} {individuals|pessoa|pessoas} em {households} {households|agregado|agregados} são {size} por agregado (habitual: de {from} a {to}). Confirme, ou corrija com o motivo.',
    en: 'Line {line}, {name}: {individuals} {individuals|person|people} in {households} {households|household|households} are {size} each (usual: {from} to {to}). Confirm it, or correct it with the reason.',
  },
  'import.people-without-households': {
    pt: 'Linha {line}, {name}: {individuals} {individuals|pessoa|pessoas} sem nenhum agregado. Veja se faltam os agregados e, se não se sabem, deixe-os vazios em vez de zero.',
    en: 'Line {line}, {name}: {individuals} {individuals|person|people} and no household. See whether households are missing; if nobody knows them, leave them empty rather than zero.',
  },
  'import.zero-kept': {
    pt: 'Linha {line}, {name}: zero agregados e zero pessoas. Quer dizer que não se contou ninguém desta causa, não que o sítio está vazio; o zero fica.',
    en: 'Line {line}, {name}: no household and no person. It means that nobody of this cause was counted, not that the site is empty; the zero is kept.',
  },
  'import.count-missing': {
    pt: 'Linha {line}: falta o número em «{column}». Fica como desconhecido, não como zero; preencha-o quando o souber.',
    en: 'Line {line}: the figure in "{column}" is missing. It is kept as unknown, not as zero; fill it in when you know it.',
  },
  'import.count-negative': {
    pt: 'Linha {line}: «{written}» em «{column}» é menos do que zero. Fica como desconhecido; corrija-o.',
    en: 'Line {line}: "{written}" in "{column}" is below zero. It is kept as unknown; correct it.',
  },
  'import.count-not-whole': {
    pt: 'Linha {line}: «{written}» em «{column}» não é um número inteiro. Fica como desconhecido; escreva pessoas ou agregados inteiros.',
    en: 'Line {line}: "{written}" in "{column}" is not a whole number. It is kept as unknown; write whole people or households.',
  },
  'import.count-unreadable': {
    pt: 'Linha {line}: «{written}» em «{column}» não é um número. Fica como desconhecido; corrija-o.',
    en: 'Line {line}: "{written}" in "{column}" is not a number. It is kept as unknown; correct it.',
  },
  'import.sexes-differ': {
    pt: 'Linha {line}, {name}: {females} {females|mulher|mulheres} e {males} {males|homem|homens} não somam {individuals}. Corrija, ou registe o resto como sexo desconhecido.',
    en: 'Line {line}, {name}: {females} {females|woman|women} and {males} {males|man|men} do not make {individuals}. Correct it, or record the rest as sex unknown.',
  },
  'import.age-bands-unlisted': {
    pt: 'Colunas com faixas etárias que a missão não usa: {columns}. A idade deste ficheiro ficou de fora; use as faixas {bands}.',
    en: 'Columns with age bands that the mission does not use: {columns}. The ages of this file were left out; use the bands {bands}.',
  },
  'import.ages-applied': {
    pt: 'Linha {line}, {name}: a idade foi calculada por quem enviou, não contada. Fica como foi enviada e não serve de amostra.',
    en: 'Line {line}, {name}: the ages were worked out by the sender, not counted. They are kept as sent and are no sample.',
  },
  'import.ages-incomplete': {
    pt: 'Linha {line}, {name}: faltam números em algumas faixas etárias. A idade deste lugar ficou de fora; preencha todas, com zero onde não há ninguém.',
    en: 'Line {line}, {name}: some age bands have no number. The ages of this place were left out; fill in all of them, with zero where there is nobody.',
  },
  'import.ages-exceed': {
    pt: 'Linha {line}, {name}: a contagem por idade soma {counted}, mais do que o total ({individuals}) ou do que um dos sexos. Ficou de fora; corrija a linha.',
    en: 'Line {line}, {name}: the count by age makes {counted}, more than the total ({individuals}) or than one of the sexes. It was left out; correct the row.',
  },
  'import.reason-new': {
    pt: 'Linha {line}: o motivo «{written}» não está na lista. Fica como foi escrito; diga a que motivo da lista corresponde.',
    en: 'Line {line}: the reason "{written}" is not on the list. It is kept as written; say which reason of the list it is.',
  },
  'import.setting-new': {
    pt: 'Linha {line}: «{written}» não diz se é centro ou comunidade de acolhimento. Fica desconhecido, com a palavra guardada; diga o que quer dizer.',
    en: 'Line {line}: "{written}" does not say whether it is a site or a host community. It stays unknown, with the word kept; say what it means.',
  },
  'import.arrival-new': {
    pt: 'Linha {line}: o período de chegada «{written}» não está na lista. Fica como foi escrito; diga a que período corresponde.',
    en: 'Line {line}: the arrival period "{written}" is not on the list. It is kept as written; say which period it is.',
  },
  'import.not-assessed-reason-new': {
    pt: 'Linha {line}: a razão de não avaliar «{written}» não está na lista. Fica como foi escrita; diga a que razão corresponde.',
    en: 'Line {line}: the reason for not assessing "{written}" is not on the list. It is kept as written; say which reason it is.',
  },
  'import.sites-unplaced': {
    pt: 'Sítios sem código de lugar nem coordenadas: {sites}. Entram na fila «por localizar» e nada é posto no mapa por adivinhação; localize-os um a um.',
    en: 'Sites without a place code or coordinates: {sites}. They enter the queue "to be placed" and nothing is put on the map by guess; place them one by one.',
  },
  'import.place-missing': {
    pt: 'Linha {line}: não diz de que lugar é. A linha fica de lado; escreva o código ou o nome do lugar.',
    en: 'Line {line}: it names no place. The row is held back; write the code or the name of the place.',
  },
  'import.place-unknown': {
    pt: 'Linha {line}: «{written}» não está no registo de lugares (acima: {parent}). Será {suggestions}? A linha espera pela sua escolha.',
    en: 'Line {line}: "{written}" is not in the register of places (above it: {parent}). Is it {suggestions}? The row waits for your choice.',
  },
  'import.place-unknown-without-suggestion': {
    pt: 'Linha {line}: «{written}» não está no registo de lugares e nada se parece (acima: {parent}). A linha espera; escolha o lugar na lista ou corrija o ficheiro.',
    en: 'Line {line}: "{written}" is not in the register of places and nothing looks like it (above it: {parent}). The row waits; choose the place from the list or correct the file.',
  },
  'import.place-ambiguous': {
    pt: 'Linha {line}: «{written}» pode ser {suggestions}. A linha espera pela sua escolha; um código de lugar evita a dúvida.',
    en: 'Line {line}: "{written}" may be {suggestions}. The row waits for your choice; a place code avoids the doubt.',
  },
  'import.code-at-wrong-level': {
    pt: 'Linha {line}: {code} ({name}) é um código de nível {is}, mas está na coluna de nível {level} ({column}). A linha fica de lado; ponha o código na coluna certa.',
    en: 'Line {line}: {code} ({name}) is a code of level {is}, but stands in the column of level {level} ({column}). The row is held back; move the code to its column.',
  },
  'import.former-code': {
    pt: 'Linha {line}: {written} é um código antigo de {name}, que é agora {pcode}. Usa-se o de agora; atualize a sua lista.',
    en: 'Line {line}: {written} is a former code of {name}, now {pcode}. The present code is used; update your list.',
  },
  'import.code-and-name-differ': {
    pt: 'Linha {line}: o código {code} é de {name}, mas está escrito «{written}». Usa-se o código; confirme que é esse o lugar.',
    en: 'Line {line}: code {code} is {name}, but "{written}" is written. The code is used; confirm that it is the place.',
  },
  'import.parent-differs': {
    pt: 'Linha {line}: {name} ({code}) fica em {parent}, não em {written}. Usa-se o registo de lugares; corrija o ficheiro.',
    en: 'Line {line}: {name} ({code}) lies in {parent}, not in {written}. The register of places is used; correct the file.',
  },
  'import.places-missing': {
    pt: 'Ronda {round}: sem linha no ficheiro {count|fica|ficam} {count} de {of} {of|lugar|lugares} dos mesmos distritos: {places}. Visite cada um, ou indique o motivo (linhas ainda por localizar: {held}).',
    en: 'Round {round}: {count} of {of} {of|place|places} of the same districts {count|has|have} no row in the file: {places}. Visit each, or give a reason for it (rows still to be placed: {held}).',
  },
  'import.round-gap': {
    pt: '{operation} ({assessmentType}): faltam no ficheiro as rondas {missing}. Não é erro; junte-as se existirem.',
    en: '{operation} ({assessmentType}): rounds {missing} are not in the file. This is no error; add them if they exist.',
  },
  'import.round-number-uncertain': {
    pt: 'O livro fala das rondas {said}, e a ronda de origem mais recente nas linhas é {newestSource}. Tomou-se a ronda {number}; confirme antes de importar.',
    en: 'The workbook speaks of rounds {said}, and the newest source round in the rows is {newestSource}. Round {number} was taken; confirm it before you import.',
  },
  'import.period-unknown': {
    pt: 'O livro não diz quando se recolheram os dados da ronda {number}. Escreva as datas antes de importar.',
    en: 'The workbook does not say when the data of round {number} were collected. Give the dates before you import.',
  },
  'import.status-unknown': {
    pt: 'Linha {line}, {name}: o estado «{status}» não se conhece. Use: avaliado, transitado, não avaliado, fechado, fundido ou vazio.',
    en: 'Line {line}, {name}: the status "{status}" is not known. Use: assessed, carried forward, not assessed, closed, merged or empty.',
  },
  'import.carried-without-source': {
    pt: 'Linha {line}, {name}: número transitado sem dizer de que ronda. Escreva a ronda de origem.',
    en: 'Line {line}, {name}: a figure carried forward without its round. Write the source round.',
  },
  'import.not-assessed-without-reason': {
    pt: 'Linha {line}, {name}: não foi avaliado e falta o motivo. Escreva-o, para que uma falha não pareça um regresso.',
    en: 'Line {line}, {name}: not assessed, and the reason is missing. Write it, so that a gap does not look like a return.',
  },
  'import.carried-forward': {
    pt: 'Lugares com números de rondas anteriores: {places} (rondas {rounds}). Mostram-se à parte dos números novos; nada a fazer.',
    en: 'Places with figures of earlier rounds: {places} (rounds {rounds}). They are shown apart from fresh figures; nothing to do.',
  },
  'import.closed-with-people': {
    pt: 'Linha {line}, {name}: lugar fechado com {individuals} {individuals|pessoa deslocada|pessoas deslocadas}. Confirme se fechou, ou se ainda lá estão.',
    en: 'Line {line}, {name}: a closed place with {individuals} displaced people. Confirm whether it closed, or whether they are still there.',
  },
  'import.subtotals-compared': {
    pt: 'Folha «{sheet}»: {figures} {figures|soma|somas} de {areas} {areas|lugar|lugares}, em comparação com as linhas; diferentes: {differing}. Se houver diferenças, veja-as uma a uma.',
    en: 'Sheet "{sheet}": {figures} {figures|sum|sums} of {areas} {areas|place|places} compared with the rows; different: {differing}. If any differ, look at them one by one.',
  },
  'import.sheet-sum-differs': {
    pt: 'Folha «{sheet}», linha {line}, {place}: «{column}» diz {written}, as linhas somam {computed}. Valem as linhas; pergunte a quem fez o livro antes de publicar.',
    en: 'Sheet "{sheet}", line {line}, {place}: "{column}" says {written}, the rows make {computed}. The rows stand; ask who made the workbook before you publish.',
  },
  'import.formula-errors-aside': {
    pt: 'Folha «{sheet}»: {count} {count|célula com uma fórmula partida|células com fórmulas partidas} ({errors}). Esta folha não traz números para a ronda; a importação continua. Avise quem fez o livro.',
    en: 'Sheet "{sheet}": {count} {count|cell|cells} with broken formulas ({errors}). This sheet brings no figures to the round; the import goes on. Tell who made the workbook.',
  },
  'import.levels-compared': {
    pt: 'Rondas em que país, província e distrito foram comparados: {rounds}; diferentes: {differing}. Se houver diferenças, veja-as antes de importar.',
    en: 'Rounds in which country, province and district were compared: {rounds}; different: {differing}. If any differ, look at them before you import.',
  },
  'import.levels-disagree': {
    pt: '{country}, {operation}, {assessmentType}, ronda {round}: país, província e distrito somam {sums}. Valem os distritos; pergunte à fonte, ou peça o ficheiro inteiro.',
    en: '{country}, {operation}, {assessmentType}, round {round}: country, province and district sum to {sums}. The districts stand; ask the source, or ask for the whole file.',
  },
}
