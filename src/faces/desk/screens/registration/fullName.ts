/** A person's names in the order in which they are said; a form may have brought one of them alone. */
import type { OpenPerson } from '../../api/registration.ts'

export const fullName = ({ given, surname }: Pick<OpenPerson, 'given' | 'surname'>) => [given, surname].filter(Boolean).join(' ')
