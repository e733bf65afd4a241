import type { StepGraph } from '../graph/value.ts';
import { ruleStep } from '../trainer/rules/step.ts';
import { trainingStep } from '../trainer/step.ts';
import type { Recipe } from './recipe.ts';

/** The training step of a recipe, for batches of its own size. */
export function stepGraph({ id, build, batchSize, learning }: Recipe): StepGraph {
  const name = `${id}-step`;
  if (learning.by === 'own step') return { ...learning.step(batchSize), name };
  const { batch, parameters, measures, reports, objective: loss = measures.loss } = build(batchSize);
  if (learning.by === 'gradient')
    return trainingStep({ name, batch, parameters, loss, optimizer: learning.optimizer, reports });
  return ruleStep(name, learning.rule, batch[0].shape[1]);
}
