/** Without this file each rule about what the adapter may do would patch the adapter in its own way. */
import type { BaseDatabaseAdapter } from 'payload';

type Method = (...args: never[]) => unknown;
type MethodName = { [Name in keyof BaseDatabaseAdapter]-?: BaseDatabaseAdapter[Name] extends Method ? Name : never }[keyof BaseDatabaseAdapter];

/** Puts `wrap(stock)` in the place of the adapter's `name`; later wraps run first. */
export function around<Name extends MethodName>(
  adapter: BaseDatabaseAdapter,
  name: Name,
  wrap: (stock: BaseDatabaseAdapter[Name]) => BaseDatabaseAdapter[Name],
): void {
  const stock = adapter[name] as Method;
  adapter[name] = wrap(stock.bind(adapter) as BaseDatabaseAdapter[Name]);
}
