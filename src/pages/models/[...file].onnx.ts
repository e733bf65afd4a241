import { modelEndpoint } from '../../site/served-files.ts';

export const { getStaticPaths, GET } = modelEndpoint('onnx');
