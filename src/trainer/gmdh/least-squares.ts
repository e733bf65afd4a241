/**
 * The coefficients with which a sum of columns comes closest to a target column.
 *
 * min ‖A c − y‖², that is AᵀA c = Aᵀ y, by modified Gram–Schmidt: A = Q R        [bjorck-1967]
 *
 * Each column in turn is taken out of all later ones and out of y; what was taken is R, and R c = Qᵀ y is
 * solved from the last row up. Forming AᵀA instead would square the condition of the problem. Only + − × ÷
 * in float64 are used, so every machine finds the same bits.
 *
 * A column that the ones before it already give (all but 1e-10 of its length) gets the coefficient 0.
 *
 * @param columns A, one list of N numbers for each coefficient
 * @param target  y, N numbers
 * @returns c, one number for each column
 * @throws RangeError if a column has another length than the target, or a number is not finite
 */
export function leastSquares(columns: readonly Column[], target: Column): number[] {
  expectColumns(columns, target);
  const last = columns.length;
  const rest = [...columns, target].map((column) => Float64Array.from(column));
  const lengths = rest.map((column) => dot(column, column));
  const triangle = columns.map(() => new Array<number>(last + 1).fill(0));

  for (let k = 0; k < last; k++) {
    const left = dot(rest[k], rest[k]);
    if (left <= dependent * lengths[k]) continue;
    for (let j = k + 1; j <= last; j++) {
      const share = dot(rest[k], rest[j]) / left;
      triangle[k][j] = share;
      for (let i = 0; i < target.length; i++) rest[j][i] -= share * rest[k][i];
    }
    triangle[k][k] = 1;
  }

  const coefficients = new Array<number>(last).fill(0);
  for (let k = last - 1; k >= 0; k--) {
    if (triangle[k][k] === 0) continue;
    let sum = triangle[k][last];
    for (let j = k + 1; j < last; j++) sum -= triangle[k][j] * coefficients[j];
    coefficients[k] = sum;
  }
  return coefficients;
}

export type Column = Float64Array;

// Of squared lengths, hence 1e-10 of a length.
const dependent = 1e-20;

function dot(a: Column, b: Column): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function expectColumns(columns: readonly Column[], target: Column): void {
  for (const [k, column] of [...columns, target].entries()) {
    const name = k < columns.length ? `column ${k}` : 'the target';
    if (column.length !== target.length)
      throw new RangeError(
        `leastSquares: ${name} holds ${column.length} numbers, the target ${target.length}`,
      );
    const wrong = column.findIndex((one) => !Number.isFinite(one));
    if (wrong >= 0) throw new RangeError(`leastSquares: ${name} holds ${column[wrong]} at place ${wrong}`);
  }
}
