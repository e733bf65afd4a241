/** Stores in memory, with as much of the browser's interface as the site uses. */

class MemoryStore {
  readonly #files = new Map<string, Response>();

  async match(url: string): Promise<Response | undefined> {
    return this.#files.get(url)?.clone();
  }
  async put(url: string, response: Response): Promise<void> {
    this.#files.set(url, response);
  }
  async delete(url: string): Promise<boolean> {
    return this.#files.delete(url);
  }
  async keys(): Promise<{ url: string }[]> {
    return [...this.#files.keys()].map((url) => ({ url }));
  }
}

export function memoryStores(): CacheStorage {
  const stores = new Map<string, MemoryStore>();
  return {
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    open: async (name: string) => {
      const store = stores.get(name) ?? new MemoryStore();
      stores.set(name, store);
      return store;
    },
  } as unknown as CacheStorage;
}
