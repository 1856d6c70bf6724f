/** Who sees and writes what of distributions; letters and columns as in reliefAccess.ts. Households by number are the leader's alone. */
const nobody = '- - - - - - - - - - - - - - - - -'
const house = '- - - - - - - - - - - - - A - - -'
const stock = '- - - - - - A A - - A - - A - I A'
const leaders = '- - - - - - - - - - A - - A - - -'

export const distributionAccess: Record<string, readonly [string, string, string]> = {
  'relief.distribution': ['- - - - - - A A - - A W - A - I A', leaders, leaders],
  'relief.entitlement': [leaders, leaders, leaders],
  'relief.distribution_tablet': [stock, leaders, leaders],
  'relief.handover': [leaders, house, nobody],
  'relief.distribution_exception': [leaders, house, leaders],
  'relief.reconciliation_line': [stock, leaders, '- - - - - - A - - - A - - A - - A'],
}
