const BARS = [0.7, 2, 3.1, 2, 0.7].map((half, at) => `M${String(8 + (at - 2) * 2.35)} ${String(6.5 - half)}v${String(2 * half)}`).join('')

/** The bubble in the rounded tile that desktops expect. */
export const APP_ICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <linearGradient id="tile" x1="0" x2="0" y1="0" y2="1"><stop stop-color="#3a4046"/><stop offset="1" stop-color="#16181a"/></linearGradient>
  <linearGradient id="bars" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="3" y2="10"><stop stop-color="#19a062"/><stop offset="1" stop-color="#0b6b41"/></linearGradient>
  <rect x="1" y="1" width="14" height="14" rx="3.2" fill="url(#tile)"/>
  <g transform="translate(8 7.9) scale(0.617) translate(-8 -7.9)">
    <path d="M5 1h6a4 4 0 0 1 4 4v3a4 4 0 0 1-4 4H6.35L3.5 15v-3.3A4 4 0 0 1 1 8V5a4 4 0 0 1 4-4z" fill="#faf8f3"/>
    <path d="${BARS}" fill="none" stroke="url(#bars)" stroke-width="1.3" stroke-linecap="round"/>
  </g>
</svg>`
