/** The perceptron figure's models as their graphs define them, in float64 and without a runtime. */

import { referenceSession } from '../../../src/graph/session.ts';
import { graph, type Shape } from '../../../src/graph/value.ts';
import perceptron from '../../../src/recipes/perceptron.ts';
import xorMlp from '../../../src/recipes/xor-mlp.ts';
import { deltaRule } from '../../../src/trainer/rules/delta-rule.ts';
import { perceptronRule } from '../../../src/trainer/rules/perceptron-rule.ts';
import { ruleStep } from '../../../src/trainer/rules/step.ts';
import type { Engine } from '../../../src/widgets/kit/engine.ts';
import { addedFile, ruleName, stepOf } from '../../../src/widgets/perceptron/rule-graphs.ts';

const forward = (recipe: Pick<typeof perceptron, 'build'>, count: number) => {
  const { batch, parameters, outputs } = recipe.build(count);
  return graph('forward', outputs, [batch[0], ...parameters]);
};

const conventions = Object.fromEntries(
  (['signs', 'bits'] as const).flatMap((labels) =>
    (['mistake', 'lower'] as const).map((ties) => [
      ruleName(labels, ties),
      stepOf('perceptron', labels, ties),
    ]),
  ),
);

export const referenceEngine: Pick<Engine, 'run'> = {
  async run(model, file, feeds) {
    const program =
      file === 'step.onnx'
        ? ruleStep(model, model === 'adaline' ? deltaRule : perceptronRule, 2)
        : file === addedFile
          ? conventions[model]
          : forward(model === 'xor-mlp' ? xorMlp : perceptron, feeds.x.shape[0]);
    const session = referenceSession(program);
    const fed = Object.entries(feeds).map(([name, { shape, data }]) => [
      name,
      session.upload(shape as Shape, data),
    ]);
    const outputs = Object.entries(await session.run(Object.fromEntries(fed)));
    return Object.fromEntries(
      await Promise.all(outputs.map(async ([name, tensor]) => [name, await tensor.read()] as const)),
    );
  },
};
