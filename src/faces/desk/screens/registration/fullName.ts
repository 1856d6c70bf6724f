/** The name as people read it; a name of one word is a whole name. */
import type { OpenPerson } from '../../api/registration.ts'

export const fullName = ({ given, surname }: Pick<OpenPerson, 'given' | 'surname'>) => [given, surname].filter(Boolean).join(' ')
