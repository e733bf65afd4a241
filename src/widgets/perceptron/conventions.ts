/** What authors settle differently without changing what a perceptron can do, and each choice as an equation. */

/** What the unit answers with: the sign of its sum, a squashed sum, or the sum itself. */
export const answers = { threshold: 'Threshold', tanh: 'tanh', sum: 'Sum' } as const;
export type Answer = keyof typeof answers;

/** How the two classes are numbered. */
export const labellings = { signs: '−1 and +1', bits: '0 and 1' } as const;
export type Labels = keyof typeof labellings;

/** What a sum of exactly 0 is: a mistake for either label, or the lower of the two answers. */
export const tieRules = { mistake: 'a mistake', lower: 'the lower answer' } as const;
export type Ties = keyof typeof tieRules;

/** @param label −1 or +1, as the figure keeps it */
export const labelText = (label: number, labels: Labels): string =>
  labels === 'bits' ? (label > 0 ? '1' : '0') : label > 0 ? '+1' : '−1';

/** As the graph of the rule is fed. */
export const targetOf = (label: number, labels: Labels): number =>
  labels === 'bits' ? (label + 1) / 2 : label;

/** The perceptron rule in these conventions, line by line. */
export function ruleEquation(labels: Labels, ties: Ties): string[] {
  const low = labels === 'bits' ? '0' : '−1';
  const high = labels === 'bits' ? '1' : '+1';
  if (ties === 'mistake') {
    const y = labels === 'bits' ? '(2y − 1)' : 'y';
    return [`if ${y} s ≤ 0:`, `w ← w + η ${y} x`, `b ← b + η ${y}`];
  }
  const error = labels === 'bits' ? '(y − ŷ)' : '½ (y − ŷ)';
  return [`ŷ = ${high} if s > 0, else ${low}`, `w ← w + η ${error} x`, `b ← b + η ${error}`];
}

export const answerEquation = (answer: Answer, labels: Labels): string =>
  ({
    threshold: `f(s) = ${labelText(1, labels)} if s > 0, else ${labelText(-1, labels)}`,
    tanh: 'f(s) = tanh s',
    sum: 'f(s) = s',
  })[answer];
