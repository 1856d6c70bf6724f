/** The address of a paper, in the reader's language. */
export const pdfOf = (address: string, asked: Record<string, string>): string => `${address}?${new URLSearchParams(asked)}`
