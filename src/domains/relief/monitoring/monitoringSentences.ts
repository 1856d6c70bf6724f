/** What monitoring refuses, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const monitoringSentences: Sentences = {
  'monitoring.sealed-question': {
    pt: 'A pergunta «{question}» é sobre pagamento exigido, violência ou exploração. Não a faça aqui: tire-a, e dê a cada agregado o contacto do canal de queixas.',
    en: 'The question “{question}” is about payment demanded, violence or exploitation. Do not ask it here: take it out, and give each household the contact of the complaint channel.',
  },
  'monitoring.window-backwards': {
    pt: 'As visitas acabam antes de começar. Corrija as datas.',
    en: 'The visits end before they begin. Correct the dates.',
  },
  'monitoring.code-taken': {
    pt: 'Já existe uma ronda com o código {code}. Escolha outro.',
    en: 'There is a round with the code {code} already. Choose another.',
  },
  'monitoring.frame-unreadable': {
    pt: 'A base precisa das colunas agregado, grupo e estrato; o grupo é served, not_served ou not_selected. Linha com falha: {line}. Corrija e carregue de novo.',
    en: 'The frame needs the columns household, group and stratum; the group is served, not_served or not_selected. Line with a fault: {line}. Correct it and load it again.',
  },
  'monitoring.household-twice': {
    pt: 'O agregado {household} está duas vezes na base. Deixe só uma linha e carregue de novo.',
    en: 'The household {household} stands twice in the frame. Leave only one line and load it again.',
  },
  'monitoring.nobody-served': {
    pt: 'A base não tem ninguém que tenha sido servido. Junte os agregados servidos e carregue de novo.',
    en: 'The frame holds nobody who was served. Add the households that were served and load it again.',
  },
  'monitoring.cannot-draw': {
    pt: 'Um estrato tem menos de dois agregados ({strata}); não se conheceria o erro. Junte-o a outro e carregue de novo.',
    en: 'A stratum holds fewer than two households ({strata}); its error could not be known. Join it to another and load it again.',
  },
  'monitoring.distribution-unknown': {
    pt: 'Estes códigos não são de distribuições em {place}: {list}. Planeie a ronda com os códigos certos (por exemplo D261128-1), ou traga a base num ficheiro.',
    en: 'These codes are not of distributions in {place}: {list}. Plan the round with the right codes (such as D261128-1), or bring the frame as a file.',
  },
  'monitoring.distribution-going': {
    pt: 'Ainda podem chegar entregas destas distribuições: {list}. Reconcilie-as primeiro, e sorteie depois.',
    en: 'Hand-overs of these distributions may still come in: {list}. Reconcile them first, and draw then.',
  },
  'monitoring.drawn-already': {
    pt: 'A amostra desta ronda já foi sorteada. Para outra base, planeie outra ronda.',
    en: 'The sample of this round was drawn already. For another frame, plan another round.',
  },
  'monitoring.not-drawn': {
    pt: 'O agregado {household} não foi sorteado. Visite os da lista, ou um suplente pela ordem do sorteio.',
    en: 'The household {household} was not drawn. Visit those on the list, or a reserve in the order of the draw.',
  },
  'monitoring.outside-window': {
    pt: 'O dia {day} está fora das visitas, de {from} a {to}. Corrija a data.',
    en: 'The day {day} lies outside the visits, from {from} to {to}. Correct the date.',
  },
  'monitoring.question-unknown': {
    pt: 'As perguntas {questions} não são desta ronda. Recarregue a página e escreva de novo.',
    en: 'The questions {questions} are not of this round. Reload the page and write again.',
  },
  'monitoring.visited-already': {
    pt: 'O agregado {household} já foi visitado. Passe ao seguinte.',
    en: 'The household {household} was visited already. Go on to the next.',
  },
  'monitoring.round-closed': {
    pt: 'Esta ronda não recebe visitas: ainda não foi sorteada, ou já foi relatada. Veja em que situação está.',
    en: 'This round takes no visits: it is not drawn yet, or it was reported already. Look at where it stands.',
  },
  'monitoring.complaints-a-number': {
    pt: 'Escreva quantas queixas foram, só o número. O que dizem fica no canal de queixas.',
    en: 'Write how many complaints there were, the number alone. What they say stays in the complaint channel.',
  },
  'monitoring.no-answers': {
    pt: 'Ainda não há respostas que cheguem para um relatório. Escreva as visitas primeiro.',
    en: 'There are not enough answers for a report yet. Write the visits first.',
  },
}
