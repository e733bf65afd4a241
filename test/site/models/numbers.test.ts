import { expect, it } from 'vitest';
import { metricText, sizeText, timeText } from '../../../src/site/models/numbers.ts';

it.each([
  [metricText('held-out accuracy', 0.9931), '99.31 %'],
  [metricText('held-out loss', 0.0216789), '0.02168'],
  [metricText('held-out loss', 2.314e-13), '2.3 · 10⁻¹³'],
  [metricText('mistakes while learning', 1820), '1,820'],
  [sizeText(505), '505 bytes'],
  [sizeText(23_203), '23.2 kB'],
  [sizeText(1_550_438), '1.55 MB'],
  [timeText(0.07), '0.07 s'],
  [timeText(99), '99 s'],
  [timeText(3120), '52 minutes'],
  [timeText(7260), '2 h 1 min'],
])('%s is written as %s', (written, wanted) => expect(written).toBe(wanted));
