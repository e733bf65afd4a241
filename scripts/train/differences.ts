/** Compares shipped models with their cards and with the same models trained afresh. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelCard, modelCard } from '../../src/recipes/model-card.ts';
import { sha256 } from './card.ts';
import type { FileSet } from './replace-folder.ts';

/** The cards of all models in a folder, by id. */
export function readCards(folder: string): ReadonlyMap<string, ModelCard> {
  const cards = new Map<string, ModelCard>();
  for (const entry of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const path = join(folder, entry, 'card.json');
    if (!entry.startsWith('.') && existsSync(path)) cards.set(entry, parseCard(path, readFileSync(path)));
  }
  return cards;
}

/**
 * What differs between a model as shipped, its own card and the same model trained afresh.
 * @param folder of the shipped model
 * @returns an explanation of each difference; none if all is the same but the training time
 */
export function differences(folder: string, fresh: FileSet): string[] {
  const path = join(folder, 'card.json');
  const card = parseCard(path, readFileSync(path));
  const freshCard = parseCard('the retrained card', fresh['card.json']);
  const found: string[] = [];
  for (const [file, { sha256: promised }] of Object.entries(card.files)) {
    const shipped = hashOf(join(folder, file));
    const retrained = freshCard.files[file]?.sha256 ?? 'no such file';
    if (shipped !== promised || retrained !== promised)
      found.push(`${file}\n  card       ${promised}\n  shipped    ${shipped}\n  retrained  ${retrained}`);
  }
  for (const key of new Set([...Object.keys(card), ...Object.keys(freshCard)]) as Set<keyof ModelCard>) {
    if (key === 'trainingSeconds' || key === 'files') continue;
    const [shipped, retrained] = [card[key], freshCard[key]].map((value) => JSON.stringify(value));
    if (shipped !== retrained)
      found.push(`card.json, ${key}\n  shipped    ${shipped}\n  retrained  ${retrained}`);
  }
  const unlisted = Object.keys(freshCard.files).filter((file) => !(file in card.files));
  for (const file of unlisted)
    found.push(`${file} is written by the recipe, but the shipped card does not list it`);
  return found;
}

function parseCard(path: string, content: Uint8Array): ModelCard {
  try {
    return modelCard.parse(JSON.parse(new TextDecoder().decode(content)));
  } catch (error) {
    throw new Error(`${path} is not a model card: ${(error as Error).message}`, { cause: error });
  }
}

const hashOf = (path: string): string => (existsSync(path) ? sha256(readFileSync(path)) : 'no such file');
