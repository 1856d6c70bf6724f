/** The frame around every screen: where I am, search, language, my account, the banner of invented data, keys. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { languageWasChosen, useLanguage } from '../../ui/language.tsx'
import { dateAndTime } from '../../ui/moments.ts'
import { get } from '../api/ask.ts'
import type { Me } from '../api/session.ts'
import { placesOfWork } from '../navigation.ts'
import { useWords } from '../words/words.ts'
import { Header } from './Header.tsx'
import { HelpSheet } from './HelpSheet.tsx'
import { useKeyboard } from './keyboard.ts'
import { useOnline } from './online.ts'

/** Invented data anywhere in the mission: the banner stands on every page. */
function useDemonstration(person: Me): boolean {
  const { data } = useQuery({
    queryKey: ['displacement', 'operation', 'demonstration'],
    queryFn: () => get<{ total: number }>('/api/displacement/operation?demonstration=true&limit=1'),
    staleTime: 300_000,
  })
  return person.demonstration || (data?.total ?? 0) > 0
}

type Given = { mission: string; person: Me; graceUntil: string | null; children: ReactNode }

export function Shell({ mission, person, graceUntil, children }: Given) {
  const { t, language } = useWords()
  const { setLanguage } = useLanguage()
  const [path, go] = useLocation()
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const main = useRef<HTMLElement>(null)
  const online = useOnline()
  const demonstration = useDemonstration(person)

  useEffect(() => {
    if (!languageWasChosen()) setLanguage(person.language)
  }, [person.language, setLanguage])

  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    // Another screen, not another tab of the same one: reading starts at its top.
    if (before.current.split('/').slice(0, 3).join('/') !== path.split('/').slice(0, 3).join('/')) {
      window.scrollTo(0, 0)
      main.current?.focus({ preventScroll: true })
    }
    before.current = path
  }, [path])

  const mine = placesOfWork.filter(({ roles }) => !roles || roles.some((role) => person.roles.includes(role)))
  const everywhere = [
    { keys: '?', words: t('keyHelp'), act: () => setHelp(true) },
    { keys: '/', words: t('keySearch'), act: () => search.current?.focus() },
    ...mine.map(({ path: to, key, word }) => ({ keys: `g ${key}`, words: t('keyGo', { place: t(word) }), act: () => go(to) })),
  ]
  useKeyboard(everywhere)

  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header mission={mission} person={person} places={mine} search={search} onHelp={() => setHelp(true)} />
      {!online && (
        <p className="notice offline" role="status">
          {t('offline')}
        </p>
      )}
      {demonstration && (
        <aside className="notice demonstration" aria-label={t('demonstration')}>
          <b>{t('demonstration')}.</b> {t('demonstrationNote')}
        </aside>
      )}
      {graceUntil && (
        <aside className="notice demonstration no-print" aria-label={t('settings.secondFactor')}>
          {t('grace', { until: dateAndTime(graceUntil, language) })} <Link href="/settings">{t('graceDeed')}</Link>
        </aside>
      )}
      <main id="content" ref={main} tabIndex={-1}>
        {children}
      </main>
      <HelpSheet open={help} onClose={() => setHelp(false)} everywhere={everywhere} />
    </>
  )
}
