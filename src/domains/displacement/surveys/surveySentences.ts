/** What surveys refuse, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const surveySentences: Sentences = {
  'survey.round-not-frozen': {
    pt: 'A ronda {round} não está congelada, e os seus números ainda podem mudar. Envie-a ao Governo primeiro, ou escolha outra.',
    en: 'Round {round} is not frozen, and its figures may still change. Send it to the Government first, or choose another.',
  },
  'survey.list-twice': {
    pt: 'O código {code} está duas vezes na lista: essa unidade teria o dobro da probabilidade. Corrija a lista.',
    en: 'The code {code} stands twice in the list: that unit would have twice the chance. Correct the list.',
  },
  'survey.list-without-source': { pt: 'Diga de onde vem a lista e de que dia é.', en: 'Say where the list comes from and of which day it is.' },
  'survey.list-cluster-missing': {
    pt: 'Há {n} {n|unidade|unidades} sem conglomerado e outras com. Preencha todos, ou nenhum.',
    en: '{n} {n|unit has|units have} no cluster and others have one. Fill in all, or none.',
  },
  'survey.frame-empty': {
    pt: 'A base tem {n} {n|unidade|unidades} que se podem sortear. Escolha outra ronda, ou complete os agregados.',
    en: 'The frame has {n} {n|unit|units} that can be drawn. Choose another round, or complete the households.',
  },
  'survey.frame-missing': {
    pt: 'Falta a base de amostragem. Escolha uma ronda congelada, ou dê uma lista.',
    en: 'There is no sample frame. Choose a frozen round, or give a list.',
  },
  'survey.design-missing': { pt: 'Falta o desenho da amostra. Escolha-o e guarde-o.', en: 'There is no sample design. Choose one and save it.' },
  'survey.cluster-needs-list': {
    pt: 'Conglomerados inteiros só se sorteiam de uma lista de agregados. Escolha duas etapas, ou dê uma lista.',
    en: 'Whole clusters are drawn from a list of households only. Choose two stages, or give a list.',
  },
  'survey.list-without-clusters': {
    pt: 'A lista não diz o conglomerado de cada unidade. Acrescente-o, ou escolha um desenho simples ou estratificado.',
    en: 'The list does not say the cluster of each unit. Add it, or choose a simple or stratified design.',
  },
  'survey.drawn-already': {
    pt: 'A amostra já foi sorteada desta base. Ponha o sorteio de lado, com o motivo, antes de mudar a base ou o desenho.',
    en: 'The sample was drawn from this frame already. Set the draw aside, with the reason, before changing frame or design.',
  },
  'survey.not-drawn': { pt: 'Ainda não há sorteio para conferir. Sorteie a amostra primeiro.', en: 'There is no draw to check yet. Draw the sample first.' },
  'sampling.one-per-stratum': {
    pt: 'Estes estratos têm uma só unidade na base, e o seu erro não se saberia: {strata}. Escolha estratos maiores.',
    en: 'These strata have one single unit in the frame, and their error could not be known: {strata}. Choose larger strata.',
  },
  'sampling.not-in-frame': {
    pt: 'Estas unidades não estão na base: {units}. Corrija a amostra, ou dê a base de que foi sorteada.',
    en: 'These units are not in the frame: {units}. Correct the sample, or give the frame that it was drawn from.',
  },
  'survey.form-missing': {
    pt: 'O inquérito não tem formulário publicado. Escolha o formulário com que se pergunta.',
    en: 'The survey has no published form. Choose the form that asks.',
  },
  'survey.plan-missing': {
    pt: 'Falta o plano de análise. Escreva o que vai calcular antes de haver respostas, para que ninguém escolha depois o que lhe convém.',
    en: 'There is no analysis plan. Write what you will work out before there are answers, so that nobody picks later what suits.',
  },
  'survey.protection-review-missing': {
    pt: 'Este inquérito pergunta sobre segurança ou polícia e não abre sem revisão de protecção. A chefia ou a monitoria regista-a.',
    en: 'This survey asks about security or police and does not open without a protection review. The chief or monitoring records it.',
  },
  'survey.question-unknown': {
    pt: 'O formulário não tem a pergunta «{question}» fora das repetições. Escolha uma da lista.',
    en: 'The form has no question "{question}" outside its repeats. Choose one of the list.',
  },
  'survey.ratio-without-denominator': {
    pt: 'O indicador {line} é uma razão e não diz por que pergunta se divide. Escolha o denominador.',
    en: 'The indicator {line} is a ratio and does not say by which question it is divided. Choose the denominator.',
  },
  'survey.plan-change-without-reason': {
    pt: 'Já há respostas: uma alteração ao indicador {line} precisa do seu motivo, que os leitores verão.',
    en: 'There are answers already: give the reason for changing the indicator {line}; readers will see it.',
  },
  'survey.open-unchangeable': {
    pt: 'A recolha já abriu, e isto já não muda: {fields}. Ponha-o no texto, ou comece outro inquérito.',
    en: 'Collection has opened, and this changes no more: {fields}. Say it in the text, or begin another survey.',
  },
  'survey.approved-unchangeable': {
    pt: 'Os resultados estão aprovados e não mudam. Devolva o inquérito à ponderação, se há um erro.',
    en: 'The results are approved and do not change. Send the survey back to weighting if there is an error.',
  },
  'survey.unit-unknown': {
    pt: 'Nenhuma unidade sorteada tem o código “{unit}” num inquérito deste formulário. Corrija a resposta e aprove de novo.',
    en: 'No sampled unit has the code "{unit}" in a survey of this form. Correct the answer and approve again.',
  },
  'survey.not-collecting': {
    pt: 'O inquérito {survey} não está em recolha. O formulário fica guardado; reabra a recolha para o usar.',
    en: 'The survey {survey} is not collecting. The form is kept; reopen collection to use it.',
  },
  'survey.unit-replaced': {
    pt: 'A unidade {unit} foi substituída e já não conta. Rejeite o formulário, com o motivo.',
    en: 'The unit {unit} was replaced and counts no more. Reject the form, with the reason.',
  },
  'survey.unit-in-reserve': {
    pt: 'A unidade {unit} está na reserva e ninguém a chamou. Substitua primeiro a unidade que faltou.',
    en: 'The unit {unit} is in reserve and nobody called it up. Replace the unit that was missed first.',
  },
  'survey.unit-answered': {
    pt: 'A unidade {unit} já respondeu. Rejeite o formulário, se não é dela.',
    en: 'The unit {unit} has answered. Reject the form if it is not its own.',
  },
  'survey.replace-only-lost': {
    pt: 'A unidade {unit} não se substitui: só quem recusou, não foi encontrado, não se alcança ou não é da população. Registe primeiro o que aconteceu.',
    en: 'The unit {unit} is not replaced: only who refused, was not met, cannot be reached or is not of the population. Record first what happened.',
  },
  'survey.reserve-empty': {
    pt: 'Já não há reserva para {unit}. Fica sem resposta, e os ponderadores dizem-no.',
    en: 'There is no reserve left for {unit}. It stays without an answer, and the weights say so.',
  },
  'survey.reserve-clusters-not-yet': {
    pt: 'Conglomerados perdidos: {lost} de {clusters}. Os de reserva só entram a partir de um em dez, ou com menos de 80 % da amostra.',
    en: 'Clusters lost: {lost} of {clusters}. Reserve clusters come in from one in ten, or with less than 80 % of the sample.',
  },
  'survey.units-waiting': {
    pt: '{n#} {n#|unidade espera|unidades esperam} um resultado: {units}. Visite-as, ou diga porque faltam.',
    en: '{n#} {n#|unit waits|units wait} for an outcome: {units}. Visit them, or say why they are missing.',
  },
  'survey.two-answers': {
    pt: 'Há dois formulários completos para: {units}. Escolha qual conta; o outro fica guardado.',
    en: 'There are two complete forms for: {units}. Choose which counts; the other is kept.',
  },
  'survey.answer-without-answers': {
    pt: 'Este formulário diz que ninguém respondeu. Escolha um que tenha respostas.',
    en: 'This form says that nobody answered. Choose one with answers.',
  },
  'survey.choice-without-reason': { pt: 'Diga porque conta este formulário e não o outro.', en: 'Say why this form counts and not the other.' },
  'survey.no-answers': {
    pt: 'Ninguém respondeu ainda. Aprove os formulários que esperam.',
    en: 'Nobody has answered yet. Approve the forms that wait.',
  },
  'survey.group-silent': {
    pt: 'Nestes grupos ninguém respondeu, e ninguém fala por eles: {groups}. Reparta por estrato, ou volte ao terreno.',
    en: 'In these groups nobody answered, and nobody speaks for them: {groups}. Share out by stratum, or go back to the field.',
  },
  'survey.weighting-missing': {
    pt: 'Ainda não disse como se ponderam as respostas. Escolha-o e guarde.',
    en: 'How answers are weighted is not said yet. Choose it and save.',
  },
  'survey.total-unknown': {
    pt: 'A ronda não sabe quantos agregados há em: {groups}. O desconhecido não é zero: escolha outra margem, ou nenhuma.',
    en: 'The round does not know how many households there are in: {groups}. Unknown is not zero: choose another margin, or none.',
  },
  'survey.setting-question-missing': {
    pt: 'Para ajustar a onde as pessoas vivem, diga qual a pergunta do formulário que o diz.',
    en: 'To fit to where people live, say which question of the form tells it.',
  },
  'survey.same-person': {
    pt: 'Quem ponderou, ou mudou o plano depois das respostas, não aprova. Peça a outra pessoa que confira e aprove.',
    en: 'Whoever weighted, or changed the plan after the answers, does not approve. Ask another person to check and approve.',
  },
  'survey.not-approved': {
    pt: 'Os resultados ainda não estão aprovados. Peça a quem não ponderou que os aprove.',
    en: 'The results are not approved yet. Ask somebody who did not weight to approve them.',
  },
  'survey.dates-missing': {
    pt: 'Diga de que dia a que dia se recolheu: um número sem data não se publica.',
    en: 'Say from which day to which day it was collected: a figure without a date is not published.',
  },
  'survey.changed-after-approval': {
    pt: 'Os resultados já não são os que foram aprovados. Devolva o inquérito à ponderação e aprove de novo.',
    en: 'The results are not those that were approved. Send the survey back to weighting and approve again.',
  },
  'survey.nothing-to-print': {
    pt: 'Nenhum número tem {n} {n|resposta|respostas}, e nada se pode publicar sem expor quem respondeu. Junte grupos, ou não publique.',
    en: 'No figure has {n} {n|answer|answers}, and nothing can be published without exposing those who answered. Merge groups, or do not publish.',
  },
  'survey.not-weighting': {
    pt: 'Os ponderadores escolhem-se depois de fechar a recolha e antes de aprovar. Feche a recolha, ou devolva os resultados.',
    en: 'Weights are chosen after collection is closed and before approval. Close collection, or send the results back.',
  },
  'survey.replacement-without-reason': {
    pt: 'Escolha o motivo da substituição na lista.',
    en: 'Choose the reason for replacing from the list.',
  },
  'survey.own-review': {
    pt: 'Quem desenhou o inquérito não faz a sua revisão de protecção. Peça-a a outra pessoa.',
    en: 'Whoever designed the survey does not make its protection review. Ask another person.',
  },
}
