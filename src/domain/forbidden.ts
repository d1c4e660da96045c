/** A word that may not be sent, where it stands in the plain-text projection of an answer. */
export interface ForbiddenHit {
  /** As the service listed it. */
  readonly word: string;
  /** In UTF-16 code units. */
  readonly start: number;
  readonly length: number;
}
