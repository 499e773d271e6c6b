/** Without this file each helper would clean up after itself in its own way, on a server that may not be asked to. */
import { MongoClient } from 'mongodb';

/**
 * Drops a database of the tests, on a server that is somebody's. The test-only one is thrown away whole: dropping beside others' transactions, it was
 * seen to turn in a circle for good with its lock held, and every later test with it.
 */
export async function forgetDatabase(url: string | undefined): Promise<void> {
  if (url === undefined || process.env.MONGODB_THROWN_AWAY === 'true') return;
  const client = await MongoClient.connect(url);
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}
