/** What samples and weighted estimates refuse, and what must stand beside a figure that bears less than it seems. */
import type { Sentences } from './sentences.ts'

export const samplingSentences: Sentences = {
  'sample.plan-impossible': {
    pt: 'Com estes valores não há amostra possível (população {population}, margem {margin}, resposta {responseRate}). Corrija-os.',
    en: 'No sample is possible with these values (population {population}, margin {margin}, response {responseRate}). Correct them.',
  },
  'sampling.more-than-there-are': {
    pt: 'Pediu {asked} e há {available}. Peça menos, ou complete a lista.',
    en: 'You asked for {asked} and there are {available}. Ask for fewer, or complete the list.',
  },
  'sampling.minimum-too-high': {
    pt: 'O mínimo por estrato precisa de {needed} {needed|entrevista|entrevistas} e só pediu {asked}. Baixe o mínimo, ou peça mais.',
    en: 'The minimum per stratum needs {needed} {needed|interview|interviews} and you asked for {asked} only. Lower the minimum, or ask for more.',
  },
  'sampling.stratum-unusable': {
    pt: 'O estrato {stratum} não tem um tamanho (ou um desvio) que sirva. Corrija-o na lista de estratos.',
    en: 'Stratum {stratum} has no usable size (or deviation). Correct it in the list of strata.',
  },
  'sampling.size-unusable': {
    pt: 'A unidade na posição {unit} tem o tamanho {size}. Dê-lhe um tamanho que não seja negativo.',
    en: 'The unit at position {unit} has the size {size}. Give it a size that is not negative.',
  },
  'sampling.start-outside': {
    pt: 'O início do sorteio é {start}. Use um número de 0 até menos de 1.',
    en: 'The start of the draw is {start}. Use a number from 0 to less than 1.',
  },
  'sampling.chance-outside': {
    pt: 'A unidade na posição {unit} tem a probabilidade {chance}. Use uma entre 0 e 1.',
    en: 'The unit at position {unit} has the chance {chance}. Use one between 0 and 1.',
  },
  'sampling.no-rows': {
    pt: 'O inquérito não tem respostas ou etapas ({rows} {rows|linha|linhas}). Escolha um ficheiro com linhas e diga como foi a amostra.',
    en: 'The survey has no answers or no stages ({rows} {rows|row|rows}). Choose a file with rows and say how the sample was drawn.',
  },
  'sampling.column-length': {
    pt: 'Uma coluna tem {found} {found|valor|valores} e o inquérito {rows} {rows|linha|linhas}. Use colunas do mesmo ficheiro.',
    en: 'A column has {found} {found|value|values} and the survey {rows} {rows|row|rows}. Use columns of the same file.',
  },
  'sampling.unit-unknown': {
    pt: 'Na etapa {stage} a linha na posição {row} não diz o seu estrato ou a sua unidade. Preencha-os.',
    en: 'At stage {stage} the row at position {row} does not say its stratum or unit. Fill them in.',
  },
  'sampling.population-unusable': {
    pt: 'Na etapa {stage}, no estrato {stratum}, a população ou a probabilidade falta, difere entre linhas ou é menor do que a amostra. Corrija-a.',
    en: 'At stage {stage}, in stratum {stratum}, the population or chance is missing, differs between rows or is less than the sample. Correct it.',
  },
  'sampling.weight-unusable': {
    pt: 'A linha na posição {row} tem um ponderador que falta, é negativo ou não pode ser. Corrija-o.',
    en: 'The row at position {row} has a weight that is missing, negative or impossible. Correct it.',
  },
  'sampling.weights-needed': {
    pt: 'Na etapa {stage} não se sabe de quantos foi sorteado. Dê a população de cada estrato, ou os ponderadores.',
    en: 'At stage {stage} it is not known out of how many was drawn. Give the population of each stratum, or the weights.',
  },
  'sampling.lonely-stratum': {
    pt: 'Na etapa {stage}, estes estratos têm uma só unidade, e o erro não se calcula: {strata}. Junte-os a outros, ou peça a distância à média geral.',
    en: 'At stage {stage} these strata have one single unit, and the error cannot be worked out: {strata}. Merge them, or ask for the distance from the grand mean.',
  },
  'sampling.no-such-column': {
    pt: 'O inquérito não tem a coluna {column}. Escolha uma que exista.',
    en: 'The survey has no column {column}. Choose one that exists.',
  },
  'sampling.not-a-number': {
    pt: 'Na coluna {column}, a linha na posição {row} tem «{found}», que não é um número que sirva. Corrija-a, ou peça uma proporção.',
    en: 'In column {column} the row at position {row} has "{found}", which is not a usable number. Correct it, or ask for a proportion.',
  },
  'sampling.quantile-outside': {
    pt: 'O quantil {at} não existe. Use um entre 0 e 1, por exemplo 0,5 para a mediana.',
    en: 'There is no quantile {at}. Use one between 0 and 1, for example 0.5 for the median.',
  },
  'sampling.confidence-outside': {
    pt: 'A confiança {confidence} não existe. Use uma entre 0 e 1, por exemplo 0,95.',
    en: 'There is no confidence of {confidence}. Use one between 0 and 1, for example 0.95.',
  },
  'sampling.already-fitted': {
    pt: 'Estes ponderadores já foram ajustados a totais (passos: {steps}). Parta dos originais e dê todos os totais de uma vez.',
    en: 'These weights were already fitted to totals (steps: {steps}). Start from the original ones and give all totals at once.',
  },
  'sampling.group-unknown': {
    pt: 'A linha na posição {row} não diz o seu grupo, e todos têm de estar num. Preencha-o, ou faça um grupo «desconhecido» com o seu total.',
    en: 'The row at position {row} does not say its group, and everybody must be in one. Fill it in, or make a group "unknown" with its total.',
  },
  'sampling.group-without-total': {
    pt: 'Não se conhece o total do grupo {group}. Acrescente-o, ou junte este grupo a outro.',
    en: 'The total of group {group} is not known. Add it, or merge this group with another.',
  },
  'sampling.group-without-rows': {
    pt: 'O grupo {group} tem {total} na população e ninguém na amostra. Junte-o a outro.',
    en: 'Group {group} has {total} in the population and nobody in the sample. Merge it with another.',
  },
  'sampling.total-unusable': {
    pt: 'O grupo {group} tem o total {total}. Dê um número que não seja negativo.',
    en: 'Group {group} has the total {total}. Give a number that is not negative.',
  },
  'sampling.margins-differ': {
    pt: 'As margens não somam o mesmo: {first} e {other}. Acerte os totais antes de ajustar.',
    en: 'The margins do not add up to the same: {first} and {other}. Reconcile the totals before fitting.',
  },
  'sampling.raking-does-not-meet': {
    pt: 'Depois de {turns} {turns|volta|voltas} as margens ainda não se encontram. Veja se se contradizem, ou junte grupos pequenos.',
    en: 'After {turns} {turns|turn|turns} the margins still do not meet. See whether they contradict each other, or merge small groups.',
  },
  'sampling.totals-out-of-reach': {
    pt: 'Nenhuns ponderadores atingem os {totals} {totals|total|totais} dados. Veja se se contradizem, ou dê menos.',
    en: 'No weights reach the {totals} {totals|total|totals} given. See whether they contradict each other, or give fewer.',
  },
  'sampling.one-answer-only': {
    pt: 'Em {column}, todos deram a mesma resposta, e não há nada a comparar. Escolha outra pergunta.',
    en: 'In {column} everybody gave the same answer, and there is nothing to compare. Choose another question.',
  },
  'sampling.no-freedom': {
    pt: 'Os grupos sorteados menos os estratos dão {df}: não chegam para saber o erro. Junte estratos.',
    en: 'The clusters drawn less the strata are {df}: too few to know the error. Merge strata.',
  },
  'sampling.cannot-compare': {
    pt: 'As {cells} {cells|célula|células} do quadro não variam de grupo para grupo, e o teste não se calcula. Junte respostas raras.',
    en: 'The {cells} {cells|cell|cells} of the table do not vary between clusters, and the test cannot be worked out. Merge rare answers.',
  },
  'sampling.nobody-answered': {
    pt: 'Sem resposta: {nonresponse#} {nonresponse#|pessoa|pessoas} do grupo. Não há número a mostrar; não o leia como zero.',
    en: 'Without an answer: {nonresponse#} {nonresponse#|person|people} of the group. There is no figure to show; do not read it as zero.',
  },
  'sampling.few-answers': {
    pt: 'Assenta em {n} {n|resposta|respostas}, menos de {limit}. Leia-o como indicação.',
    en: 'It rests on {n} {n|answer|answers}, fewer than {limit}. Read it as an indication.',
  },
  'sampling.few-clusters': {
    pt: 'O grupo foi encontrado em {clusters} {clusters|lugar|lugares} sorteados, menos de {limit}. O erro verdadeiro pode ser maior; não compare por este número.',
    en: 'The group was met in {clusters} drawn places, fewer than {limit}. The true error may be larger; do not compare by this figure.',
  },
  'sampling.uncertain': {
    pt: 'O erro é de {percent} % do valor, acima de {limit} %. Mostre o intervalo, nunca o número só.',
    en: 'The error is {percent} % of the value, above {limit} %. Show the interval, never the figure alone.',
  },
  'sampling.answers-missing': {
    pt: 'Faltam {nonresponse} {nonresponse|resposta|respostas}: este total é o de quem respondeu ({percent} % do peso) e fica abaixo do verdadeiro.',
    en: '{nonresponse} {nonresponse|answer|answers} are missing: this total is that of those who answered ({percent} % of the weight) and lies below the true one.',
  },
  'sampling.all-alike': {
    pt: 'Todos os {n} responderam o mesmo. O intervalo vem só do número de respostas; a amostra por grupos pode saber menos.',
    en: 'All {n} answered alike. The interval comes from the number of answers alone; a sample of clusters may know less.',
  },
  'sampling.no-interval': {
    pt: 'Com {n} {n|resposta|respostas} e {df} {df|grau|graus} de liberdade não há intervalo. Não publique este número sem o dizer.',
    en: 'With {n} {n|answer|answers} and {df} {df|degree|degrees} of freedom there is no interval. Do not publish this figure without saying so.',
  },
}
