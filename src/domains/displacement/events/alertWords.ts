/** The words of a movement alert on page, paper and in a message, in both languages side by side. */
import type { MovementKind } from '../../../engines/movements/summary.ts'
import type { Language } from '../../../kernel/shared.ts'

const pt = {
  alert: 'Alerta de movimento',
  number: (n: number) => `Alerta n.º ${n}`,
  period: 'Dias',
  lastReport: 'Última comunicação recebida',
  kinds: {
    arrival: { one: 'Chegada', many: 'Chegadas', did: 'chegaram', notPrinted: 'chegou gente; o número não é conhecido ou não se publica' },
    departure: { one: 'Saída', many: 'Saídas', did: 'saíram', notPrinted: 'saiu gente; o número não é conhecido ou não se publica' },
    return: { one: 'Regresso', many: 'Regressos', did: 'regressaram', notPrinted: 'regressou gente; o número não é conhecido ou não se publica' },
    transit: { one: 'Passagem', many: 'Passagens', did: 'passaram', notPrinted: 'passou gente; o número não é conhecido ou não se publica' },
  } satisfies Record<MovementKind, object>,
  people: 'Pessoas',
  households: 'Agregados',
  movements: 'Movimentos',
  from: 'De',
  to: 'Para',
  unknownPlace: 'Não se sabe',
  atLeast: 'pelo menos',
  mainly: 'sobretudo',
  where: 'De onde para onde',
  reasons: 'Motivos comunicados',
  vulnerabilities: 'Pessoas com necessidades especiais',
  needs: 'Necessidades urgentes',
  limits: 'O que estes números não dizem',
  source: 'Fonte',
  licence: 'Licença',
  hash: 'Impressão digital dos dados',
  moreLines: (n: number) => `Mais ${n} na página do alerta.`,
  demonstration: 'DADOS DE DEMONSTRAÇÃO',
  notAdded: 'Não somar às rondas.',
  message: 'Mensagem',
}
export type AlertWords = typeof pt

const en: AlertWords = {
  alert: 'Movement alert',
  number: (n) => `Alert no. ${n}`,
  period: 'Days',
  lastReport: 'Last report received',
  kinds: {
    arrival: { one: 'Arrival', many: 'Arrivals', did: 'arrived', notPrinted: 'people arrived; their number is not known or not published' },
    departure: { one: 'Departure', many: 'Departures', did: 'left', notPrinted: 'people left; their number is not known or not published' },
    return: { one: 'Return', many: 'Returns', did: 'returned', notPrinted: 'people returned; their number is not known or not published' },
    transit: { one: 'Transit', many: 'Transit', did: 'passed through', notPrinted: 'people passed through; their number is not known or not published' },
  },
  people: 'People',
  households: 'Households',
  movements: 'Movements',
  from: 'From',
  to: 'To',
  unknownPlace: 'Not known',
  atLeast: 'at least',
  mainly: 'mainly',
  where: 'From where to where',
  reasons: 'Reasons reported',
  vulnerabilities: 'People with specific needs',
  needs: 'Urgent needs',
  limits: 'What these figures do not say',
  source: 'Source',
  licence: 'Licence',
  hash: 'Fingerprint of the data',
  moreLines: (n) => `${n} more on the page of the alert.`,
  demonstration: 'DEMONSTRATION DATA',
  notAdded: 'Not to be added to rounds.',
  message: 'Message',
}

export const alertWords: Record<Language, AlertWords> = { pt, en }
