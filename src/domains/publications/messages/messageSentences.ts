/** What messages, campaigns and deliveries refuse, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const messageSentences: Sentences = {
  'message.key-taken': {
    pt: 'Já existe uma mensagem chamada «{key}». Abra essa, ou dê outro nome a esta.',
    en: 'There is a message called “{key}” already. Open that one, or give this one another name.',
  },
  'message.topic-unknown': {
    pt: 'O tema «{code}» não está na lista do país. Escolha um da lista.',
    en: 'The topic “{code}” is not in the list of the country. Choose one of the list.',
  },
  'message.language-unknown': {
    pt: 'A língua «{code}» não está na lista do país. Escolha uma da lista.',
    en: 'The language “{code}” is not in the list of the country. Choose one of the list.',
  },
  'message.ends-in-the-past': {
    pt: 'O último dia da mensagem, {day}, já passou. Escolha hoje ou um dia depois.',
    en: 'The last day of the message, {day}, is past. Choose today or a later day.',
  },
  'message.change-in-the-future': {
    pt: 'O dia {day} ainda não chegou. Escreva o dia em que aconteceu.',
    en: 'The day {day} has not come yet. Write the day on which it happened.',
  },
  'message.source-changed': {
    pt: 'O texto de partida mudou entretanto: está na edição {current}. Recarregue, leia o que mudou e traduza de novo.',
    en: 'The source text changed meanwhile: it is at edition {current}. Reload, read what changed and translate again.',
  },
  'message.no-text': {
    pt: 'A mensagem ainda não tem texto nesta língua ({language}). Escreva-o primeiro.',
    en: 'The message has no text in this language yet ({language}). Write it first.',
  },
  'message.back-same-person': {
    pt: 'Quem traduziu não faz a retroversão: já sabe o que queria dizer. Peça a outra pessoa que fale a língua.',
    en: 'Whoever translated does not translate back: they know what was meant. Ask somebody else who speaks the language.',
  },
  'message.more-right-than-asked': {
    pt: 'Há mais respostas certas ({understood}) do que pessoas perguntadas ({asked}). Corrija um dos números.',
    en: 'There are more right answers ({understood}) than people asked ({asked}). Correct one of the numbers.',
  },
  'message.outdated': {
    pt: 'A mensagem «{message}» já não vale desde {since}. Confirme o facto e renove-a, ou tire-a daqui; avise os canais onde ainda corre.',
    en: 'The message “{message}” no longer holds since {since}. Check the fact and renew it, or take it out; tell the channels where it still runs.',
  },
  'message.translation-stale': {
    pt: '«{message}»: o texto de partida mudou depois da tradução em {language}. Peça ao tradutor que a reveja.',
    en: '“{message}”: the source text changed after the translation into {language}. Ask the translator to look it over.',
  },
  'message.language-missing': {
    pt: '«{message}» não tem texto em {language}. Escreva a tradução, ou tire essa língua.',
    en: '“{message}” has no text in {language}. Write the translation, or take that language out.',
  },
  'message.same-person': {
    pt: 'Quem escreveu não autoriza. Peça a outra pessoa da comunicação ou à chefia.',
    en: 'Whoever wrote it does not clear it. Ask somebody else of communications, or the chief of mission.',
  },
  'campaign.no-messages': {
    pt: 'A campanha não tem nenhuma mensagem. Escolha pelo menos uma.',
    en: 'The campaign has no message. Choose at least one.',
  },
  'campaign.ends-before-it-begins': { pt: 'A campanha acaba antes de começar. Troque os dias.', en: 'The campaign ends before it begins. Swap the days.' },
  'campaign.over': {
    pt: 'O último dia da campanha, {day}, já passou. Volte a escrevê-la com outros dias.',
    en: 'The last day of the campaign, {day}, is past. Write it again with other days.',
  },
  'campaign.message-unknown': {
    pt: 'Uma das mensagens já não existe. Recarregue e escolha de novo.',
    en: 'One of the messages is not there any more. Reload and choose again.',
  },
  'campaign.place-unknown': {
    pt: 'Um dos lugares não está no registo. Escolha-o da lista de lugares.',
    en: 'One of the places is not in the register. Choose it from the list of places.',
  },
  'campaign.indicator-unknown': {
    pt: 'O indicador {code} não está no catálogo. Veja o código na estratégia, ou deixe em branco.',
    en: 'The indicator {code} is not in the catalogue. Look up its code in the strategy, or leave it empty.',
  },
  'campaign.government-unsaid': {
    pt: 'Diga quem do Governo autorizou e quando, ou porque não é precisa autorização.',
    en: 'Say who of the Government cleared it and when, or why no clearance is required.',
  },
  'campaign.counterpart-open': {
    pt: 'A campanha ainda espera pela autorização do Governo. Escreva-a quando chegar, ou diga porque não é precisa.',
    en: 'The campaign still waits for the clearance of the Government. Write it down when it comes, or say why none is required.',
  },
  'campaign.not-planned': {
    pt: 'Só se muda uma campanha que está planeada. Use «Voltar a escrever»: precisa depois de nova autorização.',
    en: 'Only a planned campaign can be changed. Use “Write again”: it then has to be cleared anew.',
  },
  'delivery.of-nothing': { pt: 'Diga que mensagem ou que material saiu.', en: 'Say which message or which material went out.' },
  'delivery.in-the-future': {
    pt: 'O dia {day} ainda não chegou. Escreva a entrega depois de acontecer.',
    en: 'The day {day} has not come yet. Write the delivery down after it happened.',
  },
  'delivery.method-missing': {
    pt: 'Um alcance precisa de se saber como: contado, estimado, da plataforma ou dito pela rádio. Se ninguém sabe, deixe os dois em branco.',
    en: 'A reach needs to say how it is known: counted, estimated, from the platform or claimed by the station. If nobody knows, leave both empty.',
  },
  'delivery.more-than-went-out': {
    pt: 'O alcance ({reach}) é maior do que o que saiu ({quantity}). Corrija um dos números.',
    en: 'The reach ({reach}) is larger than what went out ({quantity}). Correct one of the numbers.',
  },
  'delivery.campaign-not-on-air': {
    pt: 'A campanha não está no ar. Ponha-a no ar antes de escrever o que saiu.',
    en: 'The campaign is not on air. Put it on air before writing down what went out.',
  },
  'delivery.outside-campaign': {
    pt: 'A campanha vai de {from} a {to}. Corrija o dia.',
    en: 'The campaign runs from {from} to {to}. Correct the day.',
  },
  'delivery.message-of-another-campaign': {
    pt: 'Esta mensagem não é da campanha. Escolha uma das mensagens dela.',
    en: 'This message does not belong to the campaign. Choose one of its messages.',
  },
  'delivery.not-approved': {
    pt: '«{message}» não está aprovada para emergências. Sem campanha só sai o que está nessa biblioteca: ponha-a numa campanha, ou peça a outra pessoa que a aprove.',
    en: '“{message}” is not approved for emergencies. Without a campaign only what stands in that library goes out: put it into a campaign, or ask somebody else to approve it.',
  },
  'delivery.twice': {
    pt: 'Esta entrega já está escrita: mesmo canal, lugar, dia e pessoa. Mude o alcance na que existe.',
    en: 'This delivery is written down already: same channel, place, day and person. Change the reach of the one that is there.',
  },
  'delivery.nothing-to-look-at': {
    pt: 'Não há nada para ver aqui: não foi uma emergência, ou outra pessoa já viu.',
    en: 'There is nothing to look at here: it was no emergency, or somebody else looked already.',
  },
  'material.code-taken': {
    pt: 'Já existe um material com o código {code}. Abra esse, ou dê outro código.',
    en: 'There is a material with the code {code} already. Open that one, or give another code.',
  },
  'material.recalled': {
    pt: 'O material {code} foi recolhido em {since} e não se entrega. Devolva o que ainda tem ao armazém.',
    en: 'The material {code} was recalled on {since} and is not handed out. Return what you still have to the store.',
  },
}
