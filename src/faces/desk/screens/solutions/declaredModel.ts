/** The model of an index as it is typed, and as the house is told. An empty weight or a weight of nothing: the criterion is not used. */
export const missingRules = ['left_out', 'not_passed'] as const
export type DeclaredModel = {
  version: string
  marginPoints: string | number
  missing: (typeof missingRules)[number]
  weights: Record<string, string | number>
}

const used = ({ weights }: DeclaredModel) => Object.entries(weights).filter(([, weight]) => Number(weight) > 0)

export const isDeclared = (model: DeclaredModel): boolean => model.version.trim() !== '' && model.marginPoints !== '' && used(model).length > 0

/** Typed in points of a hundred, kept as parts of one. */
export const modelToSend = (model: DeclaredModel) => ({
  ...{ version: model.version.trim(), margin: Number(model.marginPoints) / 100, missing: model.missing },
  weights: Object.fromEntries(used(model).map(([criterion, weight]) => [criterion, Number(weight)])),
})
