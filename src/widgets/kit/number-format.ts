/** Numbers as the figures print them: a true minus sign, no more digits than can be read. */

/** Up to `digits` significant digits, without trailing zeros; very large and very small ones with an exponent. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
    return withMinus(`${Number(mantissa)} × 10${superscript(Number(exponent))}`);
  }
  return withMinus(String(Number(value.toPrecision(Math.max(digits, Math.trunc(size).toString().length)))));
}

/** Decimal units, as the networks and the file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, 2)} kB`;
  return `${formatNumber(bytes / 1_000_000)} MB`;
}

export const formatDuration = (milliseconds: number): string =>
  milliseconds >= 1000
    ? `${formatNumber(milliseconds / 1000, 2)} s`
    : `${formatNumber(milliseconds, milliseconds < 10 ? 1 : 2)} ms`;

const withMinus = (text: string): string => text.replace(/^-/, '−');

const superscript = (exponent: number): string =>
  String(exponent).replace(/[-\d]/g, (one) => (one === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(one)]));
