/** Whether this is one e-mail address that a letter can be sent to, and nothing that a mail server would read as two. */
const shape = /^[^@\s<>",;:]+@[^@\s<>",;:]+\.[^@\s<>",;:]+$/

export const isEmailAddress = (text: string): boolean => text.length <= 200 && shape.test(text)
