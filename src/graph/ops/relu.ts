import { apply, type Op, type Operand, type Result } from '../value.ts';
import { elementwise } from './elementwise.ts';
import { greater } from './greater.ts';
import { where } from './where.ts';

/**
 * Rectified linear unit, max(0, x). [nair-2010]
 *
 * The gradient passes where x > 0 and is stopped elsewhere, whatever the gradient's own sign.
 * At x = 0, where no derivative exists, the subgradient 0 is used, as frameworks do.
 */
export const Relu: Op = elementwise('Relu', 1, {
  of: (x) => Math.max(0, x),
  // y > 0 just where x > 0; asking y lets a runtime fuse Relu into the operator before it.
  gradient: (dy, y) => [where(greater(y, 0), dy, 0)],
});

export const relu = (x: Operand): Result => apply(Relu, [x]);
