/** What stock and its papers refuse, in words that say what to do next. */
import type { Sentences } from '../../kernel/index.ts'

export const stockSentences: Sentences = {
  'relief.warehouse-closed': { pt: 'O armazém {warehouse} está fechado. Escolha outro.', en: 'Warehouse {warehouse} is closed. Choose another.' },
  'relief.place-unknown': { pt: 'Não se conhece o lugar {place}. Escolha-o na lista.', en: 'The place {place} is not known. Choose it from the list.' },
  'relief.code-taken': {
    pt: 'O código «{code}» já existe. Escolha outro, ou use o que existe.',
    en: 'The code "{code}" is there already. Choose another, or use the one there is.',
  },
  'relief.no-catalogue': {
    pt: '{file} não é um catálogo de artigos: faltam as colunas «Item Code» e «Item Name». Guarde-o como CSV com estes nomes na primeira linha.',
    en: '{file} is no catalogue of items: the columns "Item Code" and "Item Name" are missing. Save it as CSV with these names on the first line.',
  },
  'relief.nothing-by-this-code': {
    pt: 'Nada aqui se chama «{code}»: nem prateleira, nem artigo, nem lote. Confira o código, ou crie-o.',
    en: 'Nothing here is called "{code}": no shelf, no item, no lot. Check the code, or enter it.',
  },
  'relief.item-unknown': {
    pt: 'Não há no catálogo nenhum artigo «{item}». Confira o código, ou crie o artigo.',
    en: 'The catalogue holds no item "{item}". Check the code, or enter the item.',
  },
  'relief.lot-unknown': {
    pt: '«{item}» não tem lote «{lot}». Confira o código, ou crie o lote antes de o arrumar.',
    en: '"{item}" has no lot "{lot}". Check the code, or enter the lot before putting it away.',
  },
  'relief.shelf-unknown': {
    pt: 'O armazém {warehouse} não tem prateleira «{shelf}» para isto. Escolha-a na lista, ou abra-a.',
    en: 'Warehouse {warehouse} has no shelf "{shelf}" for this. Choose it from the list, or open it.',
  },
  'relief.shelf-not-empty': {
    pt: '{shelf} ainda tem {items}. Mude primeiro o que lá está para outra prateleira.',
    en: '{shelf} still holds {items}. Put what lies there on another shelf first.',
  },
  'relief.unit-unknown': {
    pt: 'Não se sabe quantas unidades de «{item}» há em «{unit}». Escreva a quantidade em unidades base, ou acrescente a embalagem ao artigo.',
    en: 'Nobody knows how many units of "{item}" are in "{unit}". Give the quantity in base units, or add the pack to the item.',
  },
  'relief.unit-not-said': {
    pt: 'Nesta folha há linhas em embalagens, e a de «{item}» não diz a unidade. Escolha se são unidades ou embalagens.',
    en: 'Some lines of this sheet count packs, and that of "{item}" does not say its unit. Choose whether these are units or packs.',
  },
  'relief.not-whole': {
    pt: '«{item}» conta-se em unidades inteiras, e a folha diz {quantity}. Escolha a embalagem em que está escrito, ou corrija a folha.',
    en: '"{item}" is counted in whole units, and the sheet says {quantity}. Choose the pack that it is written in, or correct the sheet.',
  },
  'relief.no-stock-sheet': {
    pt: '{file} não é uma folha de existências: precisa das colunas Artigo, Prateleira e Quantidade, e pode ter Lote e Unidade. Guarde-a com estes nomes na primeira linha.',
    en: '{file} is no stock sheet: it needs the columns Item, Shelf and Quantity, and may have Lot and Unit. Save it with these names on the first line.',
  },
  'relief.expiry-missing': {
    pt: '«{item}» tem validade e o lote «{lot}» não a diz. Crie o lote com a data que está na caixa.',
    en: '"{item}" expires and the lot "{lot}" does not say when. Enter the lot with the date on the box.',
  },
  'relief.currency-missing': {
    pt: 'O lote «{lot}» tem custo sem moeda. Escreva a moeda.',
    en: 'The lot "{lot}" has a cost without a currency. Give the currency.',
  },
  'relief.treatment-days': {
    pt: 'O tratamento acaba antes de começar. Corrija as duas datas.',
    en: 'The treatment ends before it begins. Correct the two dates.',
  },
  'relief.lot-not-usable': {
    pt: 'O lote «{lot}» de «{item}» não pode sair: {why}. Escolha outro lote, ou ponha este de parte.',
    en: 'The lot "{lot}" of "{item}" cannot leave: {why}. Choose another lot, or put this one aside.',
  },
  'relief.first-expired-first': {
    pt: 'De «{item}» deve sair primeiro «{proposed}», que acaba antes de «{lot}». Escolha esse lote, ou escreva porque sai este.',
    en: 'Of "{item}", "{proposed}" should go first: it ends before "{lot}". Choose that lot, or write why this one goes.',
  },
  'relief.second-person': {
    pt: 'Quem escreveu não assina. Peça a outra pessoa, que não tenha contado, que confira e assine.',
    en: 'Whoever wrote this does not sign it. Ask another person, who did not count, to check and sign.',
  },
  'relief.part-missing': {
    pt: 'Para {kits} {kits|kit|kits} faltam {missing} de «{item}». Monte menos kits, ou espere pelo que falta.',
    en: 'For {kits} {kits|kit|kits}, {missing} of "{item}" are missing. Pack fewer kits, or wait for what is missing.',
  },
  'relief.parts-differ': {
    pt: 'De «{item}» devem sair dos kits {wanted}, e escreveu {given}. Escreva tudo o que lá estava; o que falta regista-se depois como perda.',
    en: 'Of "{item}", {wanted} must come out of the kits, and {given} stands there. Write everything that was in them; what is missing is then recorded as a loss.',
  },
  'relief.consignee-one': {
    pt: 'Diga quem recebe: um parceiro do registo ou outro armazém, e só um deles.',
    en: 'Say who receives: a partner of the register or another warehouse, and only one of them.',
  },
  'relief.release-not-open': {
    pt: 'Esta libertação não está aberta para este armazém e este destinatário. Veja a lista do que há para separar.',
    en: 'This release is not open for this warehouse and this consignee. Look at the list of what is to be picked.',
  },
  'relief.above-release': {
    pt: 'A libertação {number} não chega para tanto «{item}»: {over} a mais. Tire-os da guia, ou peça outra libertação.',
    en: 'Release {number} does not cover that much "{item}": {over} too many. Take them off the waybill, or ask for another release.',
  },
  'relief.waybill-closed': {
    pt: 'A guia {number} já foi recebida ou anulada. Actualize a página.',
    en: 'Waybill {number} was received or cancelled already. Load the page again.',
  },
  'relief.damaged-above-received': {
    pt: 'De «{item}» há mais danificados do que recebidos. Os danificados contam-se entre os recebidos.',
    en: 'More of "{item}" is damaged than came. Damaged ones are counted among those received.',
  },
  'relief.outcome-missing': {
    pt: 'Diga o que foi feito do que falta de «{item}»: perdeu-se no caminho, ou nunca foi carregado.',
    en: 'Say what became of the missing "{item}": lost on the way, or never loaded.',
  },
  'relief.receipt-stays': {
    pt: 'O que outra pessoa recebeu não se anula. Explique a diferença, ou registe uma devolução.',
    en: 'What somebody else received is not cancelled. Explain the difference, or record a return.',
  },
  'relief.line-settled': {
    pt: 'A linha {line} de {file} já foi contada ou deixada por alguém. Actualize a página.',
    en: 'Line {line} of {file} was counted or left by somebody already. Load the page again.',
  },
  'relief.reason-missing': {
    pt: 'Falta o motivo. Escreva por que esta linha não se conta, por exemplo «repetida na linha 4».',
    en: 'The reason is missing. Write why this line is not counted, such as "repeated in line 4".',
  },
}
