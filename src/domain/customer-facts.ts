/** What the facts of a customer may be. The page asks while somebody writes, the server before it stores. */
import type { CustomerFact } from './customer-info.js';

/** Most characters of each fact. */
export const factLengths: Readonly<Record<CustomerFact, number>> = { name: 100, usercode: 50, email: 254, phone: 30 };

const address = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]+$/;

/** What is wrong with a fact, or null. None of them is needed. */
export function factProblem(fact: CustomerFact, value: string): 'invalid' | 'length' | null {
  const text = value.trim();
  if (text === '') return null;
  if (text.length > factLengths[fact]) return 'length';
  if (fact === 'email' && !address.test(text)) return 'invalid';
  return fact === 'phone' && !/\d/.test(text) ? 'invalid' : null;
}
