/** The symbols of an equation as KaTeX has drawn it. */

import type { Element, ElementContent, Root } from 'hast';

export interface DrawnSymbol {
  /** What it is, whatever stands around it: "w", "hat y", "bold 1", "∑", "log". */
  readonly key: string;
  /** Holds the symbol and nothing else. */
  readonly element: Element;
}

/** Fonts that make another symbol of a letter, by KaTeX's classes. */
const fonts: Readonly<Record<string, string>> = {
  mathnormal: '',
  mathbf: 'bold ',
  mathbb: 'double ',
  mathcal: 'script ',
  mathrm: 'upright ',
};
const accents: Readonly<Record<string, string>> = { '^': 'hat', '~': 'tilde', ˉ: 'bar', '˙': 'dot' };
/** Besides letters; digits and the signs of school arithmetic are no symbols that need a meaning. */
const signs = /^[∇∂∞ℓ∥∣⌊⊤′⋅⊙←∝≈∑∏∈Α-Ωα-ω]$/;

export function findSymbols(node: Root | ElementContent): DrawnSymbol[] {
  if (node.type === 'text' || node.type === 'comment') return [];
  if (node.type === 'root') return node.children.flatMap((child) => findSymbols(child as ElementContent));
  const classes = classesOf(node);
  // Words between symbols.
  if (classes.includes('text') || classes.includes('katex-text')) return [];
  if (classes.includes('mathnormal')) splitLetters(node);
  const key = keyOf(node, classesOf(node));
  return key === undefined ? node.children.flatMap(findSymbols) : [{ key, element: node }];
}

function keyOf(element: Element, classes: readonly string[]): string | undefined {
  if (classes.includes('katex-accent')) return accentedKey(element);
  const text = textOf(element);
  const font = Object.keys(fonts).find((one) => classes.includes(one));
  if (font !== undefined && element.children.every(({ type }) => type === 'text'))
    return /^\p{L}+$/u.test(text) || font === 'mathbf' ? `${fonts[font]}${text}` : undefined;
  if (classes.includes('mop') && !contains(element, 'vlist') && /^[\p{L} ]+$/u.test(text)) return text;
  if (element.children.length === 1 && signs.test(text)) return text;
  return undefined;
}

/** KaTeX sets letters side by side, as in μv, as one text; each becomes an element within it. */
function splitLetters(element: Element): void {
  const [text] = element.children;
  if (element.children.length !== 1 || text.type !== 'text' || [...text.value].length < 2) return;
  element.properties.className = classesOf(element).filter((name) => name !== 'mathnormal');
  element.children = [...text.value].map((letter) => ({
    type: 'element',
    tagName: 'span',
    properties: { className: ['mathnormal'] },
    children: [{ type: 'text', value: letter }],
  }));
}

/** "hat y": a letter with one accent over it. */
function accentedKey(element: Element): string | undefined {
  const accent = find(element, 'accent-body');
  const [base] = element.children.flatMap(findSymbols);
  const name = accent && accents[textOf(accent)];
  if (!name || !base)
    throw new Error(`an accent over "${textOf(element)}" has no name in ${import.meta.url}`);
  return `${name} ${base.key}`;
}

const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

const textOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value.replaceAll(/[\u00a0\u200b]/g, ' ').trim();
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
};

function find(node: ElementContent, name: string): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (classesOf(node).includes(name)) return node;
  for (const child of node.children) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

const contains = (node: Element, name: string): boolean => node.children.some((child) => find(child, name));
