/**
 * @param wanted what the link asks for, whatever it is
 * @returns the sentence for the reader, or null if there is nothing to say
 */
export function describeVersion(wanted: string | null, present: string): string | null {
  if (wanted === null) return null;
  if (!/^[0-9a-f]{12}$/.test(wanted))
    return `The link asks for a version that cannot exist; this is the present one, ${present}.`;
  return wanted === present
    ? `This is the version that the link names, ${present}.`
    : `The link names version ${wanted}. The entry has changed since; this is version ${present}. Earlier versions are listed at the end.`;
}
