/** `node put-folder.ts PARENT CONTENT`: puts a folder "model" of three files holding CONTENT in place. */

import { replaceFolder } from '../../../scripts/train/replace-folder.ts';

const [parent, content] = process.argv.slice(2);
const bytes = new TextEncoder().encode(content.repeat(1000));
replaceFolder(parent, 'model', { 'model.onnx': bytes, 'history.json': bytes, 'card.json': bytes });
