/** Words of the data dictionary and of the method of each kind of publication. */
import type { Bilingual } from '../../kernel/shared.ts'

export const dictionaryWords = {
  searchHint: { pt: 'título, resumo, nome ou código de um lugar', en: 'title, summary, name or code of a place' },
  searchedNothing: {
    pt: 'Procurou sem escolher nada: estão aqui todas as publicações, as mais recentes primeiro. Escreva uma palavra do título ou do resumo, o nome ou o código de um lugar; ou escolha lugar, tipo ou datas.',
    en: 'You searched without choosing anything: all publications are here, the newest first. Write a word of the title or summary, the name or code of a place; or choose place, kind or dates.',
  },
  exploreFlows: { pt: 'De onde para onde passam', en: 'From where to where people pass' },
  exploreFlowsIntro: {
    pt: 'O que se viu nos pontos de fluxo num período: origens em linhas, destinos em colunas. São passagens, e não se somam às pessoas de uma ronda.',
    en: 'What was seen at the flow points in a period: origins in rows, destinations in columns. They are passages, and are not added to the people of a round.',
  },
  exploreFlowsCaption: {
    pt: 'Passagens vistas nas horas observadas; zero: ninguém foi visto a fazer esse caminho',
    en: 'Passages seen in the hours watched; zero: nobody was seen to take that way',
  },
  exploreFlowsWhole: { pt: 'O boletim inteiro, com pontos, horas e limitações', en: 'The whole bulletin, with points, hours and limitations' },
  dictionary: { pt: 'Dicionário de dados', en: 'Data dictionary' },
  dictionaryIntro: {
    pt: 'O que quer dizer cada coluna de cada ficheiro, e como se escreve o que não se sabe. Feito das mesmas declarações que escrevem os ficheiros.',
    en: 'What each column of each file means, and how what is not known is written. Made from the same declarations that write the files.',
  },
  dictionarySave: { pt: 'Guardar o dicionário em CSV', en: 'Save the dictionary as CSV' },
  dictionaryFiles: { pt: 'Está em', en: 'It stands in' },
  dictionaryRestricted: { pt: 'Só a pedido, com condições.', en: 'On request alone, with terms.' },
  dictionaryJson: {
    pt: 'O ficheiro JSON é o conjunto inteiro de que se fazem os outros; a impressão digital dos dados é a dele.',
    en: 'The JSON file is the whole set that the others are made from; the fingerprint of the data is its own.',
  },
  column: { pt: 'Coluna', en: 'Column' },
  hxlTag: { pt: 'Etiqueta HXL', en: 'HXL tag' },
  meaningWord: { pt: 'O que quer dizer', en: 'What it means' },
  unitWord: { pt: 'Unidade', en: 'Unit' },
  emptyWord: { pt: 'Se estiver vazia', en: 'If it is empty' },
  codesWord: { pt: 'Códigos', en: 'Codes' },
  'empty.filled': { pt: 'nunca está vazia', en: 'it is never empty' },
  'empty.unknown': { pt: 'não se sabe', en: 'it is not known' },
  'empty.withheld': { pt: 'não se sabe, ou foi retido; nunca zero', en: 'it is not known, or withheld; never zero' },
  'empty.not-available': { pt: 'não se sabe: está escrito «Not available»', en: 'it is not known: “Not available” stands there' },
  'empty.none': { pt: 'não há', en: 'there is none' },
  methodKinds: { pt: 'Método de cada tipo de publicação', en: 'Method of each kind of publication' },
  methodOf: { pt: 'Método: {kind}', en: 'Method: {kind}' },
  methodNewest: { pt: 'Na publicação mais recente', en: 'In the newest publication' },
  methodVersion: { pt: 'Versão do formato e do motor', en: 'Version of format and engine' },
  methodNone: { pt: 'Ainda não há publicações deste tipo.', en: 'There are no publications of this kind yet.' },
  'method.round-report': {
    pt: 'Contam-se pessoas deslocadas presentes em cada lugar da lista, numa data. O total soma células que não se sobrepõem, e cada nível soma o de baixo. Não mede quem chegou ou partiu entre duas datas: a diferença entre rondas separa variação, cobertura nova e cobertura perdida.',
    en: 'Displaced people present in each place of the list are counted, at a date. The total adds cells that do not overlap, and each level adds the one below. It does not measure who came or left between two dates: the difference of rounds tells change, new coverage and lost coverage apart.',
  },
  'method.movement-alert': {
    pt: 'Somam-se movimentos comunicados num período, por tipo e por par de distritos. São comunicações, não uma contagem: um alerta nunca se soma ao total de uma ronda. Onde falta o número de alguns movimentos, a soma é um mínimo e di-lo.',
    en: 'Movements reported in a period are added up, by kind and pair of districts. They are reports, not a count: an alert is never added to the total of a round. Where some movements lack a number, the sum is a lower limit and says so.',
  },
  'method.flow-bulletin': {
    pt: 'Alguém observa um ponto em horas escritas e conta quem passa. A taxa é passagens por hora observada; a estimativa supõe que as horas não observadas foram como as observadas. Pontos do mesmo corredor não se somam. A época do ano só se diz com dois anos inteiros de observação.',
    en: 'Somebody watches a point in hours that are written down and counts who passes. The rate is passages per hour watched; the estimate supposes that hours not watched were like those watched. Points of one corridor are not added. The season is told only from two whole years of watching.',
  },
  'method.strategy-report': {
    pt: 'Cada indicador traz o valor que duas pessoas verificaram e aprovaram para o trimestre: calculado dos registos, ou introduzido com prova. Razões juntam numeradores e denominadores; percentagens nunca se tiram em média. O que não se sabe é dito com a razão.',
    en: 'Each indicator brings the figure that two people verified and approved for the quarter: computed from records, or entered with evidence. Ratios add numerators and denominators; percentages are never averaged. What is not known is said with the reason.',
  },
  'method.monthly-situation': {
    pt: 'Juntam-se números já publicados sobre deslocamento, movimentos e presença de organizações, e de cada indicador o valor aprovado mais recente até ao fim do mês, com o período que lhe pertence e o valor de antes. Períodos de duração diferente não se comparam.',
    en: 'Figures published already on displacement, movements and presence of organisations are put together with the newest approved figure of each indicator up to the end of the month, with its own period and the figure before. Periods of different length are not compared.',
  },
  'method.donor-report': {
    pt: 'De um projecto dizem-se o orçamento tal como foi introduzido, cada resultado prometido com os valores aprovados dos seus indicadores, e as actividades por estado. Lugares mais finos do que a província ficam no escritório.',
    en: 'Of one project are told the budget as it was entered, each promised result with the approved figures of its indicators, and the activities by state. Places finer than the province stay in the office.',
  },
  'method.focus-area-report': {
    pt: 'De uma área de enfoque dizem-se os resultados-chave, o valor aprovado mais recente de cada indicador ou porque não o há, as actividades do ano e o que se aprendeu. Lugares mais finos do que a província ficam no escritório.',
    en: 'Of one focus area are told its key results, the newest approved figure of each indicator or why there is none, the activities of the year and what was learned. Places finer than the province stay in the office.',
  },
  'method.migration-profile': {
    pt: 'Cada secção do perfil traz o que as publicações e os indicadores aprovados da missão dizem; onde nada há, diz-se que ainda não há registos. Números de outras fontes não estão aqui. Desconhecido nunca é zero.',
    en: 'Each section of the profile brings what the publications and approved indicators of the mission say; where nothing stands, it is said that no records exist yet. Figures from other sources are not here. Unknown is never zero.',
  },
  'method.4w-snapshot': {
    pt: 'Cada organização confirma todos os meses onde trabalha e em que sector; a coordenação valida e fecha o mês. A presença conta organizações diferentes, e não actividades. As pessoas alcançadas são um intervalo: em cada distrito vale o maior sector, e as somas nunca passam a população conhecida.',
    en: 'Each organisation confirms every month where it works and in which sector; coordination validates and locks the month. Presence counts distinct organisations, and not activities. People reached are a range: in each district the largest sector stands, and sums never pass the known population.',
  },
  'method.survey': {
    pt: 'Sorteia-se uma amostra de uma base congelada, com uma semente que se publica. Cada proporção ou média tem o seu intervalo de 95 %, calculado com o desenho inteiro, e quantos responderam. O que se analisa é escrito antes das respostas; o que entrou depois di-lo.',
    en: 'A sample is drawn from a frozen frame, with a seed that is published. Each share or mean has its 95 % interval, computed over the whole design, and how many answered. What is analysed is written before the answers; what came later says so.',
  },
} as const satisfies Record<string, Bilingual>
