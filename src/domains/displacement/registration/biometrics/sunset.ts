/** The last day of fingerprints has passed: what nobody ended by hand ends here, each exercise by itself, and its keys are destroyed. */
import { act, destroyBuried, type House, isRefused, read, theSystem } from '../../../../kernel/index.ts'
import { endBiometrics, pastSunset } from './biometricSwitch.ts'

export async function endAfterSunset(house: House): Promise<void> {
  const past = await read(house.doors, theSystem, pastSunset)
  for (const { exercise } of past) {
    const ended = await act(house.doors, theSystem, (db) => endBiometrics(db, exercise, 'sunset'))
    if (isRefused(ended)) throw new Error(`biometrics of ${exercise}: ${ended.refused.map(({ code }) => code).join(', ')}`)
  }
  if (past.length > 0) await destroyBuried(house)
}
