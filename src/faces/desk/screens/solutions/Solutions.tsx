/** Durable solutions: houses, localities, moves and progress. */
import './solutions.css'
import { TabbedPlace } from '../../shell/TabbedPlace.tsx'
import { tabs } from './tabs.ts'

export const Solutions = () => <TabbedPlace path="/solutions" title="nav.solutions" intro="solutions.intro" tabs={tabs} />
