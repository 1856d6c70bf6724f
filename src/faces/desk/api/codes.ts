/** Code lists of the country pack, with the reader's label for each code. */
import { useQuery } from '@tanstack/react-query'
import type { Bilingual } from '../../../kernel/shared.ts'
import { useBilingual } from '../../ui/language.tsx'
import { get } from './ask.ts'

type CodeLists = Record<string, { code: string; label: Bilingual }[]>

export function useCodes(list: string) {
  const mine = useBilingual()
  const { data } = useQuery({ queryKey: ['codes'], queryFn: () => get<CodeLists>('/api/codes'), staleTime: 600_000 })
  const codes = data?.[list] ?? []
  const label = (code: string) => {
    const known = codes.find((each) => each.code === code)
    return known ? mine(known.label) : code
  }
  return { options: codes.map(({ code }) => ({ value: code, label: label(code) })), label }
}
