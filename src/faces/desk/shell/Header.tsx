/** Name of the mission, the places of work, search, language, account. On a phone the menu folds away behind one button. */
import { Menu, UnstyledButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { forgetAllDrafts } from '../../ui/draft.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PlacePicker } from '../../ui/PlacePicker.tsx'
import { post } from '../api/ask.ts'
import { searchPlaces } from '../api/places.ts'
import type { Me } from '../api/session.ts'
import { type PlaceOfWork, pathOfPlace } from '../navigation.ts'
import { useWords } from '../words/words.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'

type Given = { mission: string; person: Me; places: readonly PlaceOfWork[]; search: RefObject<HTMLInputElement | null>; onHelp: () => void }

const isHere = (path: string, to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`))

export function Header({ mission, person, places, search, onHelp }: Given) {
  const { t } = useWords()
  const [path, go] = useLocation()
  const [open, setOpen] = useState(false)
  const standsAside = ({ aside, weekOf }: PlaceOfWork) => aside || (weekOf !== undefined && !weekOf.some((role) => person.roles.includes(role)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the folded menu closes whenever another screen opens
  useEffect(() => setOpen(false), [path])
  return (
    <header className="head">
      <div className="head-row">
        <Link href="/" className="brand">
          Capulana<small>{mission}</small>
        </Link>
        <button type="button" className="plain menu-button" aria-expanded={open} aria-controls="menu" onClick={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'menu'} size={20} />
          <span className="unseen">{t(open ? 'nav.close' : 'nav.open')}</span>
        </button>
        <nav id="menu" className={open ? 'menu open' : 'menu'} aria-label={t('nav.main')}>
          <ul>
            {places
              .filter((place) => open || !standsAside(place))
              .map(({ name, path: to, word }) => (
                <li key={name}>
                  <Link href={to} aria-current={isHere(path, to) ? 'page' : undefined}>
                    {t(word)}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        <search className="head-search">
          <PlacePicker
            search={searchPlaces}
            onChoose={(place) => go(pathOfPlace(place))}
            label={t('search')}
            hideLabel
            placeholder={t('searchHint')}
            leftSection={<Icon name="search" />}
            inputRef={search}
          />
        </search>
        <div className="head-own">
          <LanguageSwitch />
          <button type="button" className="plain help-key" onClick={onHelp} title={t('keyHelp')} aria-label={t('keyHelp')}>
            ?
          </button>
          <Account person={person} places={places.filter(standsAside)} />
        </div>
      </div>
      <div className="weave" aria-hidden="true" />
    </header>
  )
}

function Account({ person, places }: { person: Me; places: readonly PlaceOfWork[] }) {
  const { t, named } = useWords()
  const answers = useQueryClient()
  const [, go] = useLocation()
  const signOut = async () => {
    await post('/api/sign-out').catch(() => undefined)
    forgetAllDrafts()
    go('/')
    answers.clear()
  }
  return (
    <Menu position="bottom-end" width={260} shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <UnstyledButton className="plain account">
          {person.name.split(' ')[0]} <Icon name="down" size={11} />
          <span className="unseen">{t('account')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="account-card">
          <b>{person.name}</b>
          <span>{person.roles.map((role) => named('role', role)).join(', ')}</span>
          <span className="quiet">{person.areas.includes('*') ? t('allAreas') : t('areas', { areas: person.areas })}</span>
        </div>
        {places.map(({ name, path, word }) => (
          <Menu.Item key={name} onClick={() => go(path)}>
            {t(word)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
