import type { Priority } from './types.js';

/** What a condition looks at: a fact of the new ticket, or `f.` and the code of a field. */
export const triggerFacts = [
  'category',
  'channel',
  'priority',
  'language',
  'subject',
  'content',
  'name',
  'email',
  'usercode',
] as const;
export type TriggerFact = (typeof triggerFacts)[number] | `f.${string}`;

/** `is` and `is_not` compare with any of the values, the others look for any of them in the text. */
export const triggerTests = ['is', 'is_not', 'contains', 'contains_not'] as const;
export type TriggerTest = (typeof triggerTests)[number];

export interface TriggerCondition {
  readonly fact: TriggerFact;
  readonly test: TriggerTest;
  readonly values: readonly string[];
}

/** What a trigger does. At most one of `agent`, `random` and `in_turn` in one trigger. */
export type TriggerAction =
  | { readonly kind: 'agent'; readonly groupId: number; readonly usercode: string }
  | { readonly kind: 'random'; readonly groupId: number }
  | { readonly kind: 'in_turn'; readonly groupId: number }
  | { readonly kind: 'group'; readonly groupId: number }
  | { readonly kind: 'category'; readonly categoryId: number }
  | { readonly kind: 'priority'; readonly priority: Priority }
  | { readonly kind: 'mail'; readonly to: readonly string[]; readonly subject: string; readonly text: string }
  | { readonly kind: 'callback'; readonly url: string };
export type TriggerActionKind = TriggerAction['kind'];

/** A rule of the service for tickets that come in. They are asked in their order; each that fits does its part. */
export interface Trigger {
  readonly triggerId: number;
  readonly version: number;
  readonly name: string;
  readonly active: boolean;
  /** Whether all conditions must hold, or one. Without conditions every ticket fits. */
  readonly match: 'all' | 'any';
  readonly conditions: readonly TriggerCondition[];
  readonly actions: readonly TriggerAction[];
  /** Whether those after it are left out when it fits. */
  readonly last: boolean;
}

/** What is written when a trigger is kept. Without an id it is a new one, last in order. */
export type TriggerDraft = Omit<Trigger, 'triggerId' | 'version'> & {
  readonly triggerId: number | null;
  readonly version: number | null;
};
