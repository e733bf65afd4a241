import { objectsInventory } from '../site/api/objects-inventory.ts';
import { loadGlossary } from '../site/api/records.ts';

export const GET = async () =>
  new Response(new Uint8Array(objectsInventory(await loadGlossary())), {
    headers: { 'Content-Type': 'application/octet-stream' },
  });
