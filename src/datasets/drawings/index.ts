/** Ten drawings of ours, one of each class of CIFAR-10, whose own pictures are not ours to show. */

import { bird, cat, deer, dog, frog, horse } from './animals.ts';
import { airplane, automobile, ship, truck } from './machines.ts';

export const drawings = { airplane, automobile, bird, cat, deer, dog, frog, horse, ship, truck } as const;
export type DrawingName = keyof typeof drawings;
