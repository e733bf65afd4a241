/** Reads the protobuf wire format without a schema, to check by its own light what the encoder wrote. */

export interface ReadField {
  readonly field: number;
  /** A varint as a signed 64-bit integer, a float, or the bytes of text or of a nested message. */
  readonly value: bigint | number | Uint8Array;
}

export function readFields(message: Uint8Array): ReadField[] {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const fields: ReadField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = view.getUint8(at++);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, value);
    }
  };
  while (at < message.length) {
    const key = Number(varint());
    const field = key >> 3;
    if ((key & 7) === 0) fields.push({ field, value: varint() });
    else if ((key & 7) === 2) {
      const length = Number(varint());
      fields.push({ field, value: message.subarray(at, at + length) });
      at += length;
    } else if ((key & 7) === 5) {
      fields.push({ field, value: view.getFloat32(at, true) });
      at += 4;
    } else throw new Error(`field ${field} at byte ${at} has wire type ${key & 7}`);
  }
  return fields;
}

/** Every value of one field, in order. */
export const valuesOf = (message: Uint8Array, field: number): ReadField['value'][] =>
  readFields(message)
    .filter((one) => one.field === field)
    .map((one) => one.value);

export const messagesOf = (message: Uint8Array, field: number): Uint8Array[] =>
  valuesOf(message, field) as Uint8Array[];

export const textsOf = (message: Uint8Array, field: number): string[] =>
  messagesOf(message, field).map((bytes) => new TextDecoder().decode(bytes));
