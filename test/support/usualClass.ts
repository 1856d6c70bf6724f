/** How secret the rows of each record usually are, as SECURITY.md tells: 4 the vault, 3 about people, 2 of the house, 1 public. */
const personal = [
  ...[
    /^people\./,
    /^coordination\.(learner|participation|coaching_visit)$/,
    /registration_line$|household_card$|duplicate_pair$|pair_answer$|data_request$|opt_in$|publications\.subscription$/,
  ],
  ...[
    /^relief\.(selection_(candidate|finding|appeal)|pdm_visit|entitlement|handover|distribution_exception)$/,
    /^solutions\.(beneficiary_case|tenure|contract|tranche|pathway|consent|round_fact)$/,
  ],
]
const internal = /^(displacement|forms|results|ledger|publications|relief|solutions)\.|^coordination\.(?!place_figure)|earlier_geometry$/

export const usualClassOf = (record: string): number =>
  record === 'biometrics.template' ? 4 : personal.some((pattern) => pattern.test(record)) ? 3 : internal.test(record) ? 2 : 1
