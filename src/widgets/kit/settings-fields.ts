/**
 * The kinds of settings a figure can have, each as text in a link and back.
 *
 * Reading never fails: whatever a link says, the nearest valid value comes back, and a sentence where they differ.
 * Each text that is written is read back as the same value.
 */

export interface Field<Value> {
  /** As in "the learning rate". */
  readonly label: string;
  /** What the figure starts with. */
  readonly start: Value;
  write(value: Value): string;
  /** @returns the nearest valid value, and what the reader must be told if the text asked for another */
  read(text: string): Reading<Value>;
}

export interface Reading<Value> {
  readonly value: Value;
  readonly note: string | null;
}

export interface Range {
  readonly min: number;
  readonly max: number;
  /** Distance of neighbouring values, counted from `min`; without it, any number in the range. */
  readonly step?: number;
}

/** One of a few names. */
export function choice<const Name extends string>(
  label: string,
  names: readonly Name[],
  start: NoInfer<Name>,
): Field<Name> {
  return {
    label,
    start,
    write: (value) => value,
    read(text) {
      const value = names.find((name) => name === text);
      if (value !== undefined) return right(value);
      return wrong(
        start,
        `${asks(label, text)}; here it is one of ${names.join(', ')}, and starts as ${start}.`,
      );
    },
  };
}

/** One of a list of numbers; the nearest is taken, by ratio if all are positive. */
export function oneOf<const Values extends readonly number[]>(
  label: string,
  values: Values,
  start: NoInfer<Values[number]>,
): Field<Values[number]> {
  const place = values.every((value) => value > 0)
    ? (x: number) => Math.log(Math.max(x, Number.MIN_VALUE))
    : Number;
  return number(label, start, (asked) => {
    const distance = (value: number) => Math.abs(place(value) - place(asked));
    const nearest = values.reduce((best, value) => (distance(value) < distance(best) ? value : best));
    return Number.isFinite(asked) ? nearest : asked > 0 ? Math.max(...values) : Math.min(...values);
  });
}

/** A number of a range. */
export const real = (label: string, range: Range, start: number): Field<number> =>
  number(label, start, (asked) => within(range, asked), range);

/** A whole number of a range. */
export const whole = (label: string, range: { min: number; max: number }, start: number): Field<number> =>
  real(label, { ...range, step: 1 }, start);

/** Yes or no. */
export function flag(label: string, start: boolean): Field<boolean> {
  return {
    label,
    start,
    write: (value) => (value ? '1' : '0'),
    read: (text) =>
      text === '1' || text === '0'
        ? right(text === '1')
        : wrong(
            start,
            `${asks(label, text)}; here it is 1 for yes or 0 for no, and starts as ${start ? 1 : 0}.`,
          ),
  };
}

/**
 * Rows of numbers, such as points with a label, one range a column: "0.5,1,-1_0.2,0.4,1".
 * Numbers out of range move to its end; rows that cannot be read, and those beyond `most`, are left out.
 */
export function rows(
  label: string,
  { columns, least = 0, most }: { columns: readonly Range[]; least?: number; most: number },
  start: readonly (readonly number[])[],
): Field<readonly (readonly number[])[]> {
  return {
    label,
    start,
    write: (value) => value.map((row) => row.map(plain).join(',')).join('_'),
    read(text) {
      const asked = text === '' ? [] : text.split('_').map((row) => row.split(',').map(parsed));
      const whole = asked.filter(
        (row): row is number[] => row.length === columns.length && row.every((value) => value !== null),
      );
      const value = whole.slice(0, most).map((row) => row.map((one, i) => within(columns[i], one)));
      if (value.length < least)
        return wrong(
          start,
          `${asks(label, text)}; that gives fewer than ${least}, so those of the start are shown.`,
        );
      const lost = [
        asked.length > whole.length && `${asked.length - whole.length} could not be read`,
        whole.length > most && `there is room for ${most} of ${whole.length}`,
        value.some((row, i) => row.some((one, j) => !same(one, whole[i][j]))) &&
          'some lay outside and were moved',
      ].filter((one) => one !== false);
      return { value, note: lost.length === 0 ? null : `The link gives the ${label}: ${lost.join('; ')}.` };
    },
  };
}

/** A list of numbers of one range, as long as the start: "0.5,-1,2". */
export function vector(label: string, range: Range, start: readonly number[]): Field<readonly number[]> {
  const one = rows(label, { columns: start.map(() => range), least: 1, most: 1 }, [start]);
  return {
    label,
    start,
    write: (value) => one.write([value]),
    read(text) {
      const { value, note } = one.read(text);
      return { value: value[0], note };
    },
  };
}

function number<Value extends number>(
  label: string,
  start: Value,
  nearest: (asked: number) => Value,
  range?: Range,
): Field<Value> {
  return {
    label,
    start,
    write: plain,
    read(text) {
      const asked = parsed(text);
      if (asked === null)
        return wrong(start, `${asks(label, text)}, which is no number; it starts at ${plain(start)}.`);
      const value = nearest(asked);
      if (same(value, asked)) return right(value);
      const end =
        asked > (range?.max ?? asked) ? 'largest' : asked < (range?.min ?? asked) ? 'smallest' : 'nearest';
      return wrong(value, `${asks(label, text)}; the ${end} here is ${plain(value)}.`);
    },
  };
}

function within({ min, max, step }: Range, asked: number): number {
  const inside = Math.min(max, Math.max(min, asked));
  if (step === undefined) return inside;
  const places = Math.floor((max - min) / step + 1e-9);
  // To twelve digits, so that 0.1 · 3 is the 0.3 that the text says.
  return Number((min + step * Math.min(places, Math.round((inside - min) / step))).toPrecision(12));
}

/** ±Infinity is read, so that it finds the end of its range; null for what is no number. */
const parsed = (text: string): number | null =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$|^[+-]?Infinity$/i.test(text) ? Number(text) : null;

const plain = (value: number): string => String(Number(value.toPrecision(6)));

/** As far as six digits tell them apart, which is what links hold. */
const same = (a: number, b: number): boolean =>
  a === b ||
  (Number.isFinite(a) &&
    Number.isFinite(b) &&
    Math.abs(a - b) <= 1e-6 * Math.max(1e-6, Math.abs(a), Math.abs(b)));

const right = <Value>(value: Value): Reading<Value> => ({ value, note: null });
const wrong = <Value>(value: Value, note: string): Reading<Value> => ({ value, note });
const asks = (label: string, text: string): string => `The link sets the ${label} to ${quoted(text)}`;

/** What a link says, short enough to be read out; control characters, which could turn a sentence round, are gone. */
export const quoted = (text: string): string => {
  const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return clean === '' ? 'nothing' : `“${clean.length > 24 ? `${clean.slice(0, 24)}…` : clean}”`;
};
