/** The API writes them small. */
export const nameOfVoice = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1)
