/** Relief goods: what lies where, who asks for it, who receives it. */
import './relief.css'
import { TabbedPlace } from '../../shell/TabbedPlace.tsx'
import { tabs } from './tabs.ts'

export const Relief = () => <TabbedPlace path="/relief" title="nav.relief" intro="relief.intro" tabs={tabs} />
