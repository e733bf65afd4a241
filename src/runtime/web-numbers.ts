/** Numbers as they cross between a page and the worker that computes: names and arrays, nothing else. */

import type { DeviceTensor, Session } from '../graph/session.ts';
import type { Shape } from '../graph/value.ts';

export interface Fed {
  readonly shape: Shape;
  /** Row-major. */
  readonly data: Float32Array;
}
/** By input name. */
export type Feeds = Readonly<Record<string, Fed>>;
/** By output name, row-major. */
export type Numbers = Readonly<Record<string, Float32Array>>;

export type Tensors = Readonly<Record<string, DeviceTensor>>;

export const uploaded = (session: Session, feeds: Feeds): Tensors =>
  Object.fromEntries(
    Object.entries(feeds).map(([name, { shape, data }]) => [name, session.upload(shape, data)]),
  );

/** Copies, because what a tensor reads may be the engine's own memory. */
export async function numbersOf(tensors: Tensors): Promise<Numbers> {
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(tensors)) numbers[name] = (await tensor.read()).slice();
  return numbers;
}

export function release(tensors: Iterable<DeviceTensor>): void {
  for (const tensor of new Set(tensors)) tensor.dispose();
}

/** Runs a graph once and reads all its outputs. */
export async function runOnce(session: Session, feeds: Feeds): Promise<Numbers> {
  const fed = uploaded(session, feeds);
  try {
    const outputs = await session.run(fed);
    try {
      return await numbersOf(outputs);
    } finally {
      release(Object.values(outputs));
    }
  } finally {
    release(Object.values(fed));
  }
}

/** A copy that can be given away: who sends numbers goes on using them. */
export const copied = (feeds: Feeds): Feeds =>
  Object.fromEntries(
    Object.entries(feeds).map(([name, { shape, data }]) => [name, { shape, data: data.slice() }]),
  );

/** The memory of all arrays in a message, to be handed over instead of copied. */
export function buffersIn(message: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const search = (value: unknown) => {
    if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
    else if (value && typeof value === 'object') Object.values(value).forEach(search);
  };
  search(message);
  return [...found];
}
