/** Of a share of one: 0.6 is "60 %". */
export const percent = (share: number): string => `${String(Math.round(share * 100))} %`
