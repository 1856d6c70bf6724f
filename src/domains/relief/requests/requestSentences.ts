/** What is said about requests, their decision, release and report. */
import type { Sentences } from '../../../kernel/index.ts'

export const requestSentences: Sentences = {
  'relief.partner-not-eligible': {
    pt: 'Esta organização não pode pedir ainda: {why}. Fale com a coordenação do cluster, que regista membros e acordos.',
    en: 'This organisation cannot ask yet: {why}. Speak to the cluster coordinator, who keeps members and agreements.',
  },
  'relief.no-assessment': {
    pt: 'O pedido precisa de uma avaliação de necessidades do lugar com {limit} {limit|dia|dias} no máximo: {found}. Registe uma nova e anexe-a.',
    en: 'The request needs a needs assessment of the place, {limit} {limit|day|days} old at most: {found}. Enter a new one and attach it.',
  },
  'relief.own-stock-not-stated': {
    pt: 'A cadeia comum é o último recurso: escreva o que tem em stock próprio e a que outros doadores pediu. Se não tem nada, escreva «nada».',
    en: 'The common pipeline is the last resort: write what you have in your own stock and which other donors you asked. If there is nothing, write “nothing”.',
  },
  'relief.report-overdue': {
    pt: 'Falta o relatório do que já recebeu ({releases}). Entregue-o primeiro, ou peça à coordenação do cluster que deixe passar, com a razão.',
    en: 'The report on what was received before is missing ({releases}). Hand it in first, or ask the cluster coordinator to let this pass, with the reason.',
  },
  'relief.same-person': {
    pt: 'Escreveu ou entregou este pedido: outra pessoa decide sobre ele. Peça a quem partilha a sua função.',
    en: 'You wrote or handed in this request: somebody else decides on it. Ask whoever shares your role.',
  },
  'relief.not-enough-stock': {
    pt: 'Pediu {asked} de {item}; {where} tem {available} {available|livre|livres} até à semana {week} ({promised} estão prometidos: {releases}; {safety} ficam de reserva de segurança). Peça {available}, escolha outro armazém ou fale com quem espera por eles.',
    en: 'You asked for {asked} of {item}; {where} has {available} free up to week {week} ({promised} are promised: {releases}; {safety} stay as safety stock). Ask for {available}, choose another store, or speak to whoever waits for them.',
  },
  'relief.above-approved': {
    pt: 'Quer libertar {asked} de {item}, e do que foi aprovado restam {left}. Baixe a quantidade.',
    en: 'You want to release {asked} of {item}, and {left} remain of what was approved. Lower the quantity.',
  },
  'relief.above-asked': {
    pt: 'Não se aprova mais do que foi pedido: {code}, pedidos {asked}, escritos {approved}. Baixe a quantidade.',
    en: 'No more is approved than was asked for: {code}, asked {asked}, written {approved}. Lower the quantity.',
  },
  'relief.parts-unclear': {
    pt: 'Escreva em números inteiros quanto aprova de cada linha, pelo menos de uma. Se não aprova nada, recuse o pedido.',
    en: 'Write in whole numbers how much of each line you approve, of at least one. If you approve nothing, refuse the request.',
  },
  'relief.releases-unclear': {
    pt: 'Escolha pelo menos um armazém e escreva quanto sai de lá de cada artigo, em unidades inteiras.',
    en: 'Choose at least one warehouse and write how much of each item leaves it, in whole units.',
  },
  'relief.things-unknown': {
    pt: 'Estes códigos não estão no catálogo de artigos e kits: {codes}. Escolha da lista.',
    en: 'These codes are not in the catalogue of items and kits: {codes}. Choose from the list.',
  },
  'relief.thing-twice': {
    pt: 'Estes códigos aparecem em mais de uma linha: {codes}. Junte as quantidades numa só.',
    en: 'These codes stand in more than one line: {codes}. Put their quantities into one.',
  },
  'relief.no-organisation': {
    pt: 'A sua conta não pertence a nenhuma organização. Peça à administração que a associe à sua.',
    en: 'Your account belongs to no organisation. Ask the administrator to attach it to yours.',
  },
  'relief.not-a-draft': {
    pt: 'O pedido já foi entregue e não muda mais. Peça à coordenação que o devolva.',
    en: 'The request was handed in and changes no more. Ask the coordinator to send it back.',
  },
  'relief.report-unclear': {
    pt: 'O relatório não se lê: escreva o dia, os agregados e as quantidades em números inteiros.',
    en: 'The report cannot be read: write the day, the households and the quantities in whole numbers.',
  },
  'relief.report-in-the-future': {
    pt: 'A distribuição de {day} ainda não aconteceu. Corrija o dia ou relate depois.',
    en: 'The distribution of {day} has not happened yet. Correct the day, or report afterwards.',
  },
  'relief.fewer-people-than-households': {
    pt: 'Há menos pessoas ({people}) do que agregados ({households}). Verifique os números; se não contou, deixe as pessoas em branco.',
    en: 'There are fewer people ({people}) than households ({households}). Check the figures; if nobody counted, leave the people empty.',
  },
  'relief.report-not-due': {
    pt: 'O parceiro tem até {due} para relatar. Espere até esse dia ou peça-lhe o relatório.',
    en: 'The partner has until {due} to report. Wait until that day, or ask it for the report.',
  },
  'relief.assessed-in-the-future': {
    pt: 'A avaliação de {day} ainda não aconteceu. Corrija o dia.',
    en: 'The assessment of {day} has not happened yet. Correct the day.',
  },
  'relief.nothing-to-cancel': {
    pt: 'Esta libertação já saiu, já chegou ou já foi anulada. Actualize a página.',
    en: 'This release has left, has arrived or was cancelled already. Refresh the page.',
  },
}
