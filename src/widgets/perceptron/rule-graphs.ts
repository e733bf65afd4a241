/** The graphs that the figure encodes in the page, beside those of the shipped models. */

import type { Graph } from '../../graph/value.ts';
import { encodeModel } from '../../onnx/model.ts';
import { deltaRule } from '../../trainer/rules/delta-rule.ts';
import { perceptronBlock } from '../../trainer/rules/perceptron-block.ts';
import { perceptronRuleIn } from '../../trainer/rules/perceptron-conventions.ts';
import { ruleStep } from '../../trainer/rules/step.ts';
import type { Engine } from '../kit/engine.ts';
import type { Labels, Ties } from './conventions.ts';
import type { RuleName } from './state.ts';
import { blockSizes } from './stream.ts';

/** The file of a graph that the page has encoded. */
export const addedFile = 'graph.onnx';

/** Name of the graph of the perceptron rule in other conventions than those of the shipped model. */
export const ruleName = (labels: Labels, ties: Ties): string => `perceptron-${labels}-${ties}`;

export const areUsual = (labels: Labels, ties: Ties): boolean => labels === 'signs' && ties === 'mistake';

export const blockName = 'perceptron-block';

/** The step that runs, as a graph: what "The graph that runs" shows. */
export const stepOf = (rule: RuleName, labels: Labels, ties: Ties): Graph =>
  rule === 'delta'
    ? ruleStep('adaline-step', deltaRule, 2)
    : ruleStep(ruleName(labels, ties), perceptronRuleIn({ labels, ties }), 2);

/** Gives the engine the graphs; small ones, of a few hundred bytes. */
export function addGraphs(engine: Pick<Engine, 'add'>): void {
  for (const labels of ['signs', 'bits'] as const)
    for (const ties of ['mistake', 'lower'] as const)
      if (!areUsual(labels, ties))
        engine.add(ruleName(labels, ties), encodeModel(stepOf('perceptron', labels, ties)));
  engine.add(blockName, encodeModel(perceptronBlock(blockName, blockSizes.block, 2)));
}
