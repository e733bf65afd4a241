/**
 * Cosine and sine of a share of a full turn, by arithmetic alone: engines may round Math.sin and Math.cos
 * differently, and then a generated data set, and every model trained on it, would not be reproducible.
 *
 * @param turns any number; 0.25 is a right angle, counter-clockwise
 * @returns [cos 2πt, sin 2πt], each right to about 1e-15
 */
export function circlePoint(turns: number): [cos: number, sin: number] {
  const quarters = Math.round(turns * 4);
  // At most an eighth of a turn is left either way, where the Taylor series ends quickly.
  const angle = fullTurn * (turns - quarters / 4);
  const cos = series(angle, 0);
  const sin = angle * series(angle, 1);
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return [cos, sin];
    case 1:
      return [-sin, cos];
    case 2:
      return [-cos, -sin];
    default:
      return [sin, -cos];
  }
}

const fullTurn = 6.283185307179586;

/** 1 − x²/((k + 1)(k + 2)) + …: the cosine's series for k = 0, that of sin(x)/x for k = 1. */
function series(x: number, k: number): number {
  let sum = 1;
  for (let n = 16 + k; n > k; n -= 2) sum = 1 - ((x * x) / (n * (n - 1))) * sum;
  return sum;
}
