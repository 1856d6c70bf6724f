/**
 * A refusal is an expected answer, not an accident: a code with its facts. The catalogue in kernel/text turns the code into a sentence, in Portuguese
 * and English, that says what to do next. Bugs throw; refusals are returned.
 */
export type Facts = Record<string, string | number | boolean | null | string[] | number[]>

export type Refusal = { code: string; facts: Facts }

export const refuse = (code: string, facts: Facts = {}): Refusal => ({ code, facts })
