/** Addresses of the fonts that most equations are set in, by KaTeX's names; none under `npm run dev`. */
declare module 'virtual:equation-fonts' {
  const addresses: Readonly<Record<string, string>>;
  export default addresses;
}
