/** Somebody who works here, and which agent of the support service that is. */
export interface Employee {
  readonly number: string;
  readonly name: string;
  /** The agent's code in the support service; undefined for who does not answer customers. */
  readonly usercode?: string;
}

interface Entry extends Employee {
  readonly password: string;
}

/** The people of the example. Where an intranet has its directory or single sign-on, this file has no place. */
const entries: readonly Entry[] = [
  { number: '1001', name: '이준호', usercode: 'agent1', password: 'gaon-1001' },
  { number: '1002', name: '박지민', usercode: 'agent2', password: 'gaon-1002' },
  { number: '2001', name: '한소라', password: 'gaon-2001' },
];

/** Who signs in with these, if anybody does. */
export function signIn(number: string, password: string): Employee | undefined {
  const entry = entries.find((one) => one.number === number && one.password === password);
  return entry && { number: entry.number, name: entry.name, ...(entry.usercode && { usercode: entry.usercode }) };
}
