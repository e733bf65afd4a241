/** The protobuf wire format, writing only. Fields are written in the order given, so bytes are canonical. */

export type Field = Uint8Array;

/** A varint-typed field (int32, int64, enum). @param value an integer; negative numbers take ten bytes */
export const integer = (field: number, value: number): Field =>
  Uint8Array.from([...varint(field << 3), ...varint(value)]);

/** A float field: four bytes, little-endian. */
export function float(field: number, value: number): Field {
  const payload = new Uint8Array(4);
  new DataView(payload.buffer).setFloat32(0, value, true);
  return message([Uint8Array.from(varint((field << 3) | 5)), payload]);
}

/** A length-delimited field: text, raw bytes or a nested message. */
export function bytes(field: number, content: Uint8Array | string): Field {
  const payload = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return message([Uint8Array.from([...varint((field << 3) | 2), ...varint(payload.length)]), payload]);
}

/** Fields one after another. */
export function message(fields: readonly Field[]): Uint8Array {
  const whole = new Uint8Array(fields.reduce((total, field) => total + field.length, 0));
  let offset = 0;
  for (const field of fields) {
    whole.set(field, offset);
    offset += field.length;
  }
  return whole;
}

/** Seven bits a byte, lowest first; two's complement in 64 bits for negative numbers. */
function varint(value: number): number[] {
  const digits: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    digits.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...digits, Number(rest)];
}
