/** Words of the round workbench. */
export const workbenchWords = {}
