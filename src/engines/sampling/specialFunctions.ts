/**
 * The functions behind every interval: gamma and beta, complete and incomplete, to about fourteen digits. Stirling's series for the gamma function;
 * series and continued fractions for the incomplete ones, evaluated by Lentz's method. Source: NIST Digital Library of Mathematical Functions, 5.11.1,
 * 8.11.4, 8.9.2, 8.17.22.
 */

const tiny = 1e-300
const lastDigit = 2 ** -53
/** Continued fractions need about the root of their largest parameter in steps; none of a survey comes near this. */
const enough = 100_000

function logGamma(x: number): number {
  let [shifted, below] = [x, 1]
  while (shifted < 15) below *= shifted++
  const inverse = 1 / (shifted * shifted)
  const correction = (1 / 12 + inverse * (-1 / 360 + inverse * (1 / 1260 + inverse * (-1 / 1680 + inverse * (1 / 1188 - (inverse * 691) / 360360))))) / shifted
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + correction - Math.log(below)
}

/** Value of b0 + a1/(b1 + a2/(b2 + …)); `term(n)` gives aₙ and bₙ. */
function continuedFraction(first: number, term: (n: number) => [number, number]): number {
  let value = first || tiny
  let [upper, lower] = [value, 0]
  for (let n = 1; n < enough; n++) {
    const [a, b] = term(n)
    lower = 1 / (b + a * lower || tiny)
    upper = b + a / upper || tiny
    const step = upper * lower
    value *= step
    if (Math.abs(step - 1) < lastDigit * 2) break
  }
  return value
}

/** Share of a beta distribution below x. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)) / a
  const fraction = continuedFraction(1, (n) => {
    const m = Math.floor(n / 2)
    const step = n % 2 === 0 ? (m * (b - m)) / ((a + 2 * m - 1) * (a + 2 * m)) : (-(a + m) * (a + b + m)) / ((a + 2 * m) * (a + 2 * m + 1))
    return [step * x, 1]
  })
  return front / fraction
}

export const betaDensity = (x: number, a: number, b: number): number =>
  Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b))

/** Share of a gamma distribution of shape a and rate one below x. */
export function incompleteGamma(x: number, a: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let n = 1; n < enough && term > sum * lastDigit; n++) sum += term *= x / (a + n)
    return front * sum
  }
  return 1 - front / continuedFraction(x + 1 - a, (n) => [-n * (n - a), x + 2 * n + 1 - a])
}

export const gammaDensity = (x: number, a: number): number => Math.exp((a - 1) * Math.log(x) - x - logGamma(a))
