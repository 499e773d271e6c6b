/** Many at once are cheaper, and one that cannot be done must not cost the others: all together first, each for itself if that fails. */

/** Runs `work` on all of `items`; where that fails on each alone, and `failed` for those that fail alone. @throws what `failed` throws. */
export async function togetherOrApart<Item>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<void>,
  failed: (item: Item, error: unknown) => Promise<void>,
): Promise<void> {
  try {
    await work(items);
  } catch (error) {
    if (items.length === 1) await failed(items[0] as Item, error);
    else for (const item of items) await togetherOrApart([item], work, failed);
  }
}
