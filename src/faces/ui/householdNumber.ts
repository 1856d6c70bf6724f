/** A household's number as people read it aloud: in threes, the same on phones and in the desk. */
export const householdNumber = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ')
