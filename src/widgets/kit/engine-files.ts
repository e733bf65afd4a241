/** The files a figure asks for, each fetched once, and the graphs that the page itself encodes. */

/** The name under which a graph that was added is run. */
export const addedFile = 'graph.onnx';

export interface ModelFile {
  readonly bytes: Uint8Array;
  /** The same for every figure of the page that may share a session of this file. */
  readonly key: string;
}

export interface Files {
  of(model: string, file: string): Promise<ModelFile>;
  /** From here on `of(name, 'graph.onnx')` is this graph. */
  add(name: string, bytes: Uint8Array): void;
}

/** Added graphs belong to one figure: no other gets their key. */
let additions = 0;

/** @param onFetched told the size of each ONNX file that has come */
export function createFiles(
  models: Readonly<Record<string, string>>,
  signal: AbortSignal,
  onFetched: (bytes: number) => void,
): Files {
  const files = new Map<string, Promise<ModelFile>>();

  async function load(model: string, file: string): Promise<ModelFile> {
    if (!(model in models)) throw new Error(`the page gives no address for the model "${model}"`);
    const address = `${models[model]}${file}`;
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (file.endsWith('.onnx')) onFetched(bytes.length);
    return { bytes, key: address };
  }

  return {
    of(model, file) {
      const name = `${model}/${file}`;
      const known = files.get(name);
      if (known) return known;
      const loading = load(model, file);
      files.set(name, loading);
      // A failure is forgotten, so that asking again tries again.
      loading.catch(() => files.delete(name));
      return loading;
    },
    add(name, bytes) {
      if (name in models)
        throw new Error(`"${name}" is a model of the page; a graph needs a name of its own`);
      const key = `graph ${++additions} "${name}"`;
      files.set(`${name}/${addedFile}`, Promise.resolve({ bytes, key }));
    },
  };
}
