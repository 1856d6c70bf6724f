/** What durable solutions refuses, and what to do next. */
import type { Sentences } from '../../kernel/index.ts'

export const solutionsSentences: Sentences = {
  'house.place-unknown': {
    pt: 'O lugar {place} não está no registo de lugares. Procure-o por nome, ou peça ao oficial de dados que o acrescente.',
    en: 'The place {place} is not in the register of places. Search it by name, or ask the data officer to add it.',
  },
  'house.household-twice': {
    pt: 'O agregado {household} já está no programa {programme}. Abra o caso que existe em vez de criar outro.',
    en: 'Household {household} is in programme {programme} already. Open the case that is there instead of making another.',
  },
  'house.also-in': {
    pt: 'Este agregado está também no programa {programme}. Fale com quem o acompanha antes de construir duas vezes.',
    en: 'This household is in programme {programme} too. Speak to who follows it there before building twice.',
  },
  'house.same-plot': {
    pt: 'No mesmo talhão está a casa {number}. Verifique no terreno qual é a certa.',
    en: 'House {number} stands on the same plot. Check on the ground which one is right.',
  },
  'house.number-taken': {
    pt: 'Já há uma casa com o número {number} neste programa. Dê-lhe outro.',
    en: 'There is a house {number} in this programme already. Give it another number.',
  },
  'house.design-unknown': {
    pt: 'Esse modelo não está na biblioteca. Escolha um da lista ou acrescente-o primeiro.',
    en: 'That design is not in the library. Choose one from the list or add it first.',
  },
  'house.design-no-licence': {
    pt: 'O modelo {design} não diz sob que licença se pode usar. Escreva a edição seguinte com a licença e publique essa.',
    en: 'The design {design} does not say under which licence it may be used. Write its next edition with the licence and publish that one.',
  },
  'house.design-agreed': {
    pt: 'O modelo já foi acordado. Uma mudança numa casa em obra escreve-se como nota do engenheiro.',
    en: 'The design was agreed already. A change to a house under construction is written as a note of the engineer.',
  },
  'house.no-design': {
    pt: 'Ainda não há modelo escolhido. Escolha-o com o agregado antes de o dar por acordado.',
    en: 'No design is chosen yet. Choose it with the household before it counts as agreed.',
  },
  'house.design-changed': {
    pt: 'Entretanto o escritório mudou o modelo desta casa para {design}. Fale com quem acompanha a obra: ou se faz pelo modelo novo, ou se volta a acordar o antigo.',
    en: 'Meanwhile the office changed the design of this house to {design}. Speak to who follows the works: build to the new one, or agree on the old one again.',
  },
  'house.tenure-newer': {
    pt: 'Há uma resposta mais nova sobre a terra, de {day}, que diz outra coisa. Veja qual vale, e escreva hoje o que encontrou se mudou outra vez.',
    en: 'There is a younger answer about the land, of {day}, that says otherwise. See which one holds, and write today what you found if it changed again.',
  },
  'consent.taken-back-since': {
    pt: 'O adulto {adult} retirou o consentimento em {day}, no mesmo dia ou depois deste. Fale com ele antes de registar outro.',
    en: 'Adult {adult} took the consent back on {day}, on the same day as this one or after it. Speak to that person before recording another.',
  },
  'solutions.fact-unreadable': {
    pt: 'O telefone mandou algo que este servidor não sabe ler. Está guardado tal como veio; actualize o servidor ou escreva-o à mão.',
    en: 'The phone sent something that this server cannot read. It is kept as it came; update the server or write it by hand.',
  },
  'solutions.fact-other-content': {
    pt: 'O número {n} deste telefone já chegou com outro conteúdo. O que está no telefone fica lá; chame o oficial antes de o apagar.',
    en: 'Number {n} of this phone came in before with other content. What is on the phone stays there; call the officer before deleting it.',
  },
  'solutions.fact-not-here': {
    pt: 'Isto foi escrito por outro telefone. Mande-o daquele onde foi escrito.',
    en: 'This was written by another phone. Send it from the one where it was written.',
  },
  'solutions.photo-not-here': {
    pt: 'Falta chegar uma fotografia desta inspecção. O telefone manda-a outra vez na próxima ligação.',
    en: 'A photograph of this inspection has not come yet. The phone sends it again at the next connection.',
  },
  'solutions.phone-without-role': {
    pt: 'A pessoa deste telefone não tem agora o papel de soluções duradouras, ou a chave acabou. Está guardado; um oficial vê se vale.',
    en: 'The person of this phone does not hold the durable solutions role now, or its key has ended. It is kept; an officer sees whether it holds.',
  },
  'solutions.not-this-phone': {
    pt: 'Este telefone não é de uma pessoa. Para visitar obras, peça no escritório um código em seu nome.',
    en: 'This phone belongs to no person. To visit building sites, ask the office for a code in your name.',
  },
  'solutions.settled-already': {
    pt: 'Isto já foi visto por um colega. Actualize a lista.',
    en: 'A colleague has settled this already. Refresh the list.',
  },
  'house.drawing-none': {
    pt: 'Falta o ficheiro do desenho. Escolha um PNG, JPEG ou PDF.',
    en: 'The file of the drawing is missing. Choose a PNG, JPEG or PDF.',
  },
  'house.drawing-large': {
    pt: '{name} tem mais de {limit} MB. Grave-o mais pequeno, ou divida as folhas, e traga-o de novo.',
    en: '{name} has more than {limit} MB. Save it smaller, or split its sheets, and bring it again.',
  },
  'house.drawing-foreign': {
    pt: '{name} não é um PNG, JPEG ou PDF. Exporte o desenho num destes formatos e traga-o de novo.',
    en: '{name} is no PNG, JPEG or PDF. Export the drawing in one of these formats and bring it again.',
  },
  'house.drawing-broken': {
    pt: '{name} está danificado ou incompleto. Abra-o no seu computador, grave-o de novo e traga essa cópia.',
    en: '{name} is damaged or incomplete. Open it on your computer, save it again and bring that copy.',
  },
  'house.drawing-known': {
    pt: '{name} já está neste modelo. Não é preciso trazê-lo outra vez.',
    en: '{name} is with this design already. It need not be brought again.',
  },
  'house.price-without-day': {
    pt: 'Um custo precisa da moeda e do dia dos preços. Escreva ambos.',
    en: 'A cost needs its currency and the day of the prices. Write both.',
  },
  'house.other-stage': {
    pt: 'A casa está em «{state}», não em «{stage}». Inspeccione a fase em que está, ou dê primeiro o passo seguinte.',
    en: 'The house is at “{state}”, not at “{stage}”. Inspect the stage it is at, or take the next step first.',
  },
  'house.items-missing': {
    pt: 'Faltam pontos da lista: {items}. Responda a todos; o que não se viu escreve-se «não visto».',
    en: 'Items of the list are missing: {items}. Answer all of them; what nobody saw is written as “not seen”.',
  },
  'house.items-unknown': {
    pt: 'Estes pontos não são desta fase: {items}. Actualize a lista e tente outra vez.',
    en: 'These items are not of this stage: {items}. Refresh the list and try again.',
  },
  'house.defect-open': {
    pt: 'Há defeitos por reparar: {items}. Registe a reparação antes de inspeccionar outra vez.',
    en: 'Defects are not repaired yet: {items}. Record the repair before inspecting again.',
  },
  'house.defect-repaired': {
    pt: 'Este defeito já foi dado como reparado. A próxima inspecção dirá se ficou bem.',
    en: 'This defect was recorded as repaired already. The next inspection says whether it holds.',
  },
  'house.photo-missing': {
    pt: 'Uma casa acabada precisa de uma fotografia da casa (sem pessoas). Junte-a; a inspecção fica aberta até lá.',
    en: 'A finished house needs a photograph of the house (without people). Add it; the inspection stays open until then.',
  },
  'house.fix-before-seen': {
    pt: 'O prazo de reparação é anterior ao dia da inspecção. Corrija uma das datas.',
    en: 'The day to fix by is before the day of the inspection. Correct one of the dates.',
  },
  'house.same-person': {
    pt: 'Quem inspecciona, quem aprova o pagamento e quem o regista são três pessoas, e quem acompanha a obra não faz a última inspecção. Peça a um colega.',
    en: 'Who inspects, who approves the payment and who records it are three people, and the coach of the works does not make the last inspection. Ask a colleague.',
  },
  'house.not-inspected': {
    pt: 'A fase «{stage}» ainda não foi inspeccionada. Inspeccione-a primeiro.',
    en: 'The stage “{stage}” was not inspected yet. Inspect it first.',
  },
  'house.stage-not-passed': {
    pt: 'A fase «{stage}» não passou: {items}. Repare, e inspeccione outra vez.',
    en: 'The stage “{stage}” has not passed: {items}. Repair, and inspect again.',
  },
  'house.handover-incomplete': {
    pt: 'Para entregar a casa falta: {missing}. Complete e entregue depois; «nenhum direito conhecido» também é uma resposta sobre a terra.',
    en: 'To hand the house over these are missing: {missing}. Complete them and hand over then; “none known” is an answer on the ground too.',
  },
  'house.check-early': { pt: 'A verificação é devida a {due}. Volte nesse dia ou depois.', en: 'The check is due on {due}. Come back on that day or after.' },
  'house.list-empty': {
    pt: 'O ficheiro não tem linhas. Escolha a lista do parceiro em CSV ou XLSX.',
    en: 'The file has no rows. Choose the partner’s list as CSV or XLSX.',
  },
  'house.stage-column-missing': {
    pt: 'A lista não diz em que fase está cada casa. Peça ao parceiro uma coluna «fase»: uma fundação não é uma casa.',
    en: 'The list does not say at which stage each house is. Ask the partner for a column “stage”: a foundation is not a house.',
  },
  'house.list-columns': {
    pt: 'Faltam colunas: o código de cada casa («código») e o P-code do lugar («lugar»). Acrescente-as e envie outra vez.',
    en: 'Columns are missing: the code of each house (“code”) and the P-code of its place (“place”). Add them and send again.',
  },
  'payment.stage-open': {
    pt: 'A prestação espera pela fase «{stage}», que ainda não passou. Aprove-a depois da inspecção.',
    en: 'The tranche waits for the stage “{stage}”, which has not passed yet. Approve it after the inspection.',
  },
  'payment.planned-already': {
    pt: 'Já há uma prestação deste contrato para a fase «{stage}» desta casa. Mude essa.',
    en: 'This contract has a tranche for the stage “{stage}” of this house already. Change that one.',
  },
  'payment.contract-elsewhere': {
    pt: 'O contrato {number} é de outra área. Confira o número no contrato, ou fale com quem acompanha essa área.',
    en: 'Contract {number} is of another area. Check the number on the contract, or speak with whoever follows that area.',
  },
  'payment.other-contract': {
    pt: 'O contrato {number} já existe, com {party}, em {currency}. Escreva-o tal como está, ou dê outro número a um contrato novo.',
    en: 'Contract {number} exists already, with {party}, in {currency}. Write it as it stands, or give a new contract another number.',
  },
  'payment.not-now': {
    pt: 'A prestação está em «{state}» e não pode dar esse passo. Actualize a página.',
    en: 'The tranche is “{state}” and cannot take that step. Refresh the page.',
  },
  'solutions.locality-twice': {
    pt: 'Esta localidade já está proposta na ronda {choice}. Abra a proposta que existe.',
    en: 'This locality is proposed in round {choice} already. Open the proposal that is there.',
  },
  'solutions.locality-agreed': {
    pt: 'O que foi acordado já não se reescreve. Para mudar, proponha a localidade numa nova ronda.',
    en: 'What was agreed is not rewritten. To change it, propose the locality in a new round.',
  },
  'solutions.criterion-unknown': {
    pt: 'Estes critérios não são desta escolha: {criteria}. Responda aos que foram acordados.',
    en: 'These criteria are not of this choice: {criteria}. Answer those that were agreed.',
  },
  'solutions.not-answered': {
    pt: 'Faltam respostas a: {criteria}. Responda, ou escreva que não se sabe: a pontuação mostra-se então como intervalo.',
    en: 'Answers are missing for: {criteria}. Answer them, or write that it is unknown: the score then shows as an interval.',
  },
  'solutions.no-minutes': {
    pt: 'Falta a acta do encontro com: {sides}. Registe quem esteve (em números), o dia e o que se disse.',
    en: 'The minutes of the meeting are missing with: {sides}. Record who was there (as numbers), the day and what was said.',
  },
  'solutions.hazard-open': {
    pt: 'Perigo sem resposta: {hazard}. Escreva a mitigação e quem a assinou pelo distrito, ou escolha outra localidade.',
    en: 'A hazard without an answer: {hazard}. Write the mitigation and who signed it for the district, or choose another locality.',
  },
  'solutions.land-conflict': {
    pt: 'Sobre a terra consta «{state}». Só se acorda uma localidade onde se verificou que não há conflito; resolva-o ou verifique primeiro.',
    en: 'On the land it says “{state}”. A locality is agreed only where somebody checked that there is no conflict; settle it or check first.',
  },
  'solutions.solved-by-absence': {
    pt: 'Um lugar vazio não é uma solução: ninguém sabe o que foi feito das pessoas. Conte só quem foi entrevistado ou está registado.',
    en: 'An empty place is not a solution: nobody knows what became of the people. Count only who was interviewed or is registered.',
  },
  'solutions.survey-twice': {
    pt: 'Este inquérito já está guardado para este lugar e dia. Dê-lhe outro nome se for outro.',
    en: 'This survey is kept for this place and day already. Name it differently if it is another one.',
  },
  'solutions.criterion-twice': {
    pt: 'Um critério aparece duas vezes. Deixe uma pergunta para cada um.',
    en: 'A criterion stands there twice. Leave one question for each.',
  },
  'solutions.more-than-asked': {
    pt: 'Mais respostas do que pessoas perguntadas em: {criteria}. Corrija os números.',
    en: 'More answers than people asked in: {criteria}. Correct the figures.',
  },
  'solutions.model-mixed': {
    pt: 'Este índice foi feito com modelos diferentes ({versions}). Recalcule todos com um só antes de os pôr na mesma linha.',
    en: 'This index was made with different models ({versions}). Recompute all of them with one before drawing them on one line.',
  },
  'solutions.no-index': {
    pt: 'Nenhum inquérito deste lugar tem um índice. Veja os critérios um por um.',
    en: 'No survey of this place has an index. Look at the criteria one by one.',
  },
  'consent.missing': {
    pt: 'Falta o consentimento de: {adults}. Cada adulto consente por si; ninguém assina por outro.',
    en: 'Consent is missing from: {adults}. Each adult consents alone; nobody signs for another.',
  },
  'consent.backdated': {
    pt: 'O consentimento de {adults} é posterior à mudança ({day}). Quem já mudou não consente depois: abra uma queixa e ouça o agregado.',
    en: 'The consent of {adults} is later than the move ({day}). Nobody consents after he was moved: open a complaint and hear the household.',
  },
  'consent.under-question': {
    pt: 'Há uma queixa em aberto sobre pressão ({case}). Nada avança até ser respondida.',
    en: 'A complaint about pressure is open ({case}). Nothing goes on until it is answered.',
  },
  'consent.other-person': {
    pt: 'O adulto {adult} não é deste agregado. Corrija o código ou a lista de adultos.',
    en: 'Adult {adult} is not of this household. Correct the code or the list of adults.',
  },
  'consent.given-already': {
    pt: 'O adulto {adult} já consentiu. Registe antes que o retirou, se for o caso.',
    en: 'Adult {adult} has consented already. Record that it was withdrawn first, if so.',
  },
  'pathway.adults': {
    pt: 'Escreva o código de cada adulto uma vez; tem de haver pelo menos um.',
    en: 'Write the code of each adult once; there must be at least one.',
  },
  'pathway.open-already': {
    pt: 'O agregado {household} já tem um caminho em aberto. Continue nesse.',
    en: 'Household {household} has an open way already. Go on with that one.',
  },
  'pathway.stale-information': {
    pt: 'A informação sobre o destino falta ou tem mais de {days} {days|dia|dias}: {about}. Renove-a e diga-a ao agregado antes de continuar.',
    en: 'Information on the destination is missing or older than {days} {days|day|days}: {about}. Renew it and tell the household before going on.',
  },
}
