/** What every plain field says to a screen reader, and what a control gets. */
import type { Question } from '../pages.ts'
import type { ControlIds } from '../Question.tsx'

export type AnyInput = Extract<Question, { nodeType: 'input' }>
export type InputGiven = { node: AnyInput; ids: ControlIds }

export const said = ({ input, describedBy, isWrong, isRequired }: ControlIds) => ({
  id: input,
  'aria-describedby': describedBy,
  'aria-invalid': isWrong,
  'aria-required': isRequired,
})

/** Has the author asked for this look? Also for words that the engine does not name for this kind of question. */
export const looksLike = (node: { appearances: Readonly<Record<string, boolean>> | null }, word: string): boolean => node.appearances?.[word] === true

/** The engine's setters are narrow by type of value; a control that writes the text form of a value says so here. */
export const setText = (node: { setValue: (value: never) => unknown }, text: string | null): void => {
  ;(node.setValue as (value: string | null) => unknown)(text)
}
