/** Numbers of model cards as readers write them. */

const grouped = new Intl.NumberFormat('en');
const rounded = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

export const count = (value: number): string => grouped.format(value);

/** Fractions of examples as percentages, whole numbers as they are, the rest with four digits. */
export function metricText(name: string, value: number): string {
  if (/accuracy/.test(name)) return `${rounded.format(100 * value)} %`;
  if (Number.isInteger(value)) return grouped.format(value);
  return Math.abs(value) < 1e-4 ? tiny(value) : rounded.format(value);
}

/** @param bytes of a file */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6
    ? `${rounded.format(Math.round(bytes / 100) / 10)} kB`
    : `${rounded.format(bytes / 1e6)} MB`;
}

/** @param seconds of work */
export function timeText(seconds: number): string {
  if (seconds < 100) return `${rounded.format(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 2.3e-13 as 2.3 · 10⁻¹³ */
function tiny(value: number): string {
  const [digits, power] = value.toExponential(1).split('e');
  return `${digits} · 10${[...power].map((sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(sign)]).join('')}`;
}
