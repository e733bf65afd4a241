/** The entries that a reader has lately opened from the search, in their own browser. */

const place = 'recent-terms';
const kept = 5;

/** Ids, the latest first; none where storage is closed to the page or holds something else. */
export function recentTerms(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, kept) : [];
  } catch {
    return [];
  }
}

export function rememberTerm(id: string): void {
  try {
    const others = recentTerms().filter((other) => other !== id);
    localStorage.setItem(place, JSON.stringify([id, ...others].slice(0, kept)));
  } catch {
    // Then nothing is remembered.
  }
}
