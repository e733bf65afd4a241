/** Reads the parameters out of a trained model's file. Numbers of fields are those of onnx.proto3. */

import { sizeOf } from '../graph/shape.ts';
import type { Shape } from '../graph/value.ts';

export interface Initializer {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/**
 * The float32 tensors that an ONNX file holds, by name, as `encodeModel` writes them.
 * @throws RangeError if the bytes are not a protobuf message or a tensor does not fill its shape
 */
export function readInitializers(model: Uint8Array): Record<string, Initializer> {
  const found: Record<string, Initializer> = {};
  for (const graph of fields(model, 7))
    for (const tensor of fields(graph.bytes, 5)) {
      const [{ number: type }] = fields(tensor.bytes, 2);
      if (type !== 1) continue;
      const name = new TextDecoder().decode(fields(tensor.bytes, 8)[0].bytes);
      const shape = fields(tensor.bytes, 1).map(({ number }) => number);
      const [{ bytes: raw }] = fields(tensor.bytes, 9);
      if (raw.length !== 4 * sizeOf(shape))
        throw new RangeError(
          `initializer "${name}": [${shape.join(', ')}] takes ${4 * sizeOf(shape)} bytes, the file has ${raw.length}`,
        );
      const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
      const data = new Float32Array(sizeOf(shape));
      for (let i = 0; i < data.length; i++) data[i] = view.getFloat32(4 * i, true);
      found[name] = { shape, data };
    }
  return found;
}

interface Field {
  /** Of a varint. */
  readonly number: number;
  /** Of a length-delimited field: raw bytes or a nested message. */
  readonly bytes: Uint8Array;
}

const none = new Uint8Array(0);

/** What a message holds under one field number, in order. */
function fields(message: Uint8Array, wanted: number): Field[] {
  const found: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      if (at >= message.length) throw new RangeError(`protobuf: the message ends within byte ${at}'s field`);
      const byte = message[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const kind = key & 7;
    const number = kind === 0 ? varint() : 0;
    const length = kind === 2 ? varint() : { 0: 0, 1: 8, 5: 4 }[kind];
    if (length === undefined || at + length > message.length)
      throw new RangeError(`protobuf: no field can begin before byte ${at}`);
    if (key >> 3 === wanted)
      found.push({ number, bytes: kind === 2 ? message.subarray(at, at + length) : none });
    at += length;
  }
  return found;
}
