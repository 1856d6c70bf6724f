/** Words on the papers of the warehouse, Portuguese and English side by side. */
import type { Language } from '../../../kernel/index.ts'

const pt = {
  ...{ waybill: 'Guia de remessa', received: 'Guia de recepção', card: 'Ficha de prateleira', countSheet: 'Folha de contagem', loading: 'Plano de carga' },
  ...{ release: 'Ordem de libertação', request: 'Pedido', leftAlready: 'Já saiu', signRelease: 'Quem liberta: nome, data, assinatura' },
  ...{ sentBy: 'Passada por', receivedBy: 'Recepção assinada por', nobodyYet: 'ainda ninguém', differs: 'Diferença', unexplained: 'por explicar' },
  ...{
    stock: 'Relatório de existências',
    donorLots: 'Lotes por doador',
    from: 'De',
    to: 'Para',
    place: 'Lugar',
    transporter: 'Transportador',
    vehicle: 'Matrícula',
  },
  ...{ driver: 'Motorista', left: 'Saída', source: 'Origem', reference: 'Referência', at: 'Data', fingerprint: 'Impressão digital', warehouse: 'Armazém' },
  ...{
    item: 'Artigo',
    code: 'Código',
    lot: 'Lote',
    shelf: 'Prateleira',
    quantity: 'Quantidade',
    unit: 'Unidade',
    ordered: 'Encomendado',
    receivedQuantity: 'Recebido',
  },
  ...{
    cameQuantity: 'Recebido (contar)',
    damagedQuantity: 'Danificado',
    expiry: 'Validade',
    donor: 'Doador',
    change: 'Movimento',
    balance: 'Saldo',
    paper: 'Papel',
  },
  ...{ other: 'De / para', counted: 'Contado', countedAt: 'Hora', weight: 'Peso (kg)', volume: 'Volume (m³)', state: 'Situação', unknown: 'desconhecido' },
  ...{
    signSent: 'Quem entrega no armazém',
    signDriver: 'Transportador',
    signReceived: 'Quem recebe: nome, data, assinatura',
    signKeeper: 'Fiel do armazém',
    signSecond: 'Segunda pessoa',
  },
  ...{
    atLeast: 'pelo menos',
    totalWeight: 'Peso total',
    totalVolume: 'Volume total',
    oneUnknown: '1 artigo desconhecido',
    moreUnknown: 'artigos desconhecidos',
    grant: 'Subvenção',
    onShelves: 'Em armazém',
    onRoad: 'A caminho',
  },
  ...{
    withPartners: 'Nos parceiros',
    handedOver: 'Entregue',
    packed: 'Em kits',
    lost: 'Perdido ou danificado',
    missingAtCount: 'Falta na contagem',
    everyDonor: 'todos',
    usable: 'pode sair',
    notUsable: 'não pode sair',
  },
  countNote: 'Escreva a hora de cada linha: a contagem compara-se com o stock dessa hora. As quantidades do sistema não estão aqui de propósito.',
}
export type PrintWords = Record<keyof typeof pt, string>

const en: PrintWords = {
  ...{ waybill: 'Waybill', received: 'Goods received note', card: 'Bin card', countSheet: 'Count sheet', loading: 'Loading plan' },
  ...{ release: 'Release order', request: 'Request', leftAlready: 'Left already', signRelease: 'Released by: name, date, signature' },
  ...{ sentBy: 'Written by', receivedBy: 'Receipt signed by', nobodyYet: 'nobody yet', differs: 'Difference', unexplained: 'not explained yet' },
  ...{ stock: 'Stock report', donorLots: 'Lots by donor', from: 'From', to: 'To', place: 'Place', transporter: 'Transporter', vehicle: 'Vehicle' },
  ...{ driver: 'Driver', left: 'Left', source: 'Source', reference: 'Reference', at: 'Date', fingerprint: 'Fingerprint', warehouse: 'Warehouse' },
  ...{ item: 'Item', code: 'Code', lot: 'Lot', shelf: 'Shelf', quantity: 'Quantity', unit: 'Unit', ordered: 'Ordered', receivedQuantity: 'Received' },
  ...{ cameQuantity: 'Received (count)', damagedQuantity: 'Damaged', expiry: 'Expiry', donor: 'Donor', change: 'Change', balance: 'Balance', paper: 'Paper' },
  ...{ other: 'From / to', counted: 'Counted', countedAt: 'Time', weight: 'Weight (kg)', volume: 'Volume (m³)', state: 'State', unknown: 'unknown' },
  ...{
    signSent: 'Handed over at the warehouse by',
    signDriver: 'Transporter',
    signReceived: 'Received by: name, date, signature',
    signKeeper: 'Warehouse keeper',
    signSecond: 'Second person',
  },
  ...{
    atLeast: 'at least',
    totalWeight: 'Total weight',
    totalVolume: 'Total volume',
    oneUnknown: '1 item unknown',
    moreUnknown: 'items unknown',
    grant: 'Grant',
    onShelves: 'In warehouses',
    onRoad: 'On the road',
  },
  ...{
    withPartners: 'With partners',
    handedOver: 'Handed over',
    packed: 'In kits',
    lost: 'Lost or damaged',
    missingAtCount: 'Missing at count',
    everyDonor: 'all',
    usable: 'may leave',
    notUsable: 'may not leave',
  },
  countNote: 'Write the time of each line: a count is compared with the stock of that moment. The figures of the system are left out on purpose.',
}

export const printWords: Record<Language, PrintWords> = { pt, en }

const units: Record<Language, Record<string, string>> = {
  pt: { C62: 'un.', SET: 'conj.', PR: 'par', KGM: 'kg', GRM: 'g', MTR: 'm', LTR: 'l', RO: 'rolo' },
  en: { C62: 'pc', SET: 'set', PR: 'pair', KGM: 'kg', GRM: 'g', MTR: 'm', LTR: 'l', RO: 'roll' },
}
export const printUnit = (code: string, lang: Language): string => units[lang][code] ?? code

const aside: Record<Language, string> = { pt: 'posto de parte', en: 'put aside' }
/** A shelf by its code; what is put aside in a warehouse lies under a code of the house, which is said in words. */
export const printShelf = (code: string, lang: Language): string => code.replace(/\/quarantine$/, ` (${aside[lang]})`)

const kinds: Record<string, Record<Language, string>> = {
  opening: { pt: 'Existências iniciais', en: 'Opening stock' },
  goods_received: { pt: 'Recepção', en: 'Goods received' },
  put_away: { pt: 'Mudança', en: 'Put away' },
  waybill: { pt: 'Guia', en: 'Waybill' },
  return: { pt: 'Devolução', en: 'Return' },
  loss: { pt: 'Perda', en: 'Loss' },
  damage: { pt: 'Dano', en: 'Damage' },
  count: { pt: 'Contagem', en: 'Count' },
  assembly: { pt: 'Montagem', en: 'Assembly' },
  recall: { pt: 'Posto de parte', en: 'Put aside' },
  discrepancy: { pt: 'Diferença', en: 'Discrepancy' },
  cancellation: { pt: 'Anulação', en: 'Cancellation' },
  order: { pt: 'Compra', en: 'Order' },
  donation: { pt: 'Doação', en: 'Donation' },
  ...{ open: { pt: 'por sair', en: 'to leave' }, dispatched: { pt: 'saiu', en: 'has left' }, received: { pt: 'chegou', en: 'has arrived' } },
  cancelled: { pt: 'ANULADA', en: 'CANCELLED' },
  ...{ short: { pt: 'em falta', en: 'short' }, over: { pt: 'a mais', en: 'over' }, damaged: { pt: 'danificado', en: 'damaged' } },
  wrong_item: { pt: 'artigo que não foi enviado', en: 'item that was not sent' },
}
export const printKind = (kind: string, lang: Language): string => kinds[kind]?.[lang] ?? kind
