/** A part of the desk that is loaded when it is opened. `lazy` wants a default export; our files have named ones only. */
import { type ComponentType, lazy } from 'react'

export const lazyPart = <Given extends object, Name extends string>(load: () => Promise<Record<Name, ComponentType<Given>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))
