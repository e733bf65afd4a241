import { runtimeEndpoint } from '../../site/served-files.ts';

export const { getStaticPaths, GET } = runtimeEndpoint('wasm');
