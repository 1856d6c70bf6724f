/** The phone inside the author's screen: the field app's own form, without a phone's store, sync or service worker. */
import '../field.css'
import { createRoot } from 'react-dom/client'
import { Preview } from './Preview.tsx'

createRoot(document.getElementById('root')!).render(<Preview />)
