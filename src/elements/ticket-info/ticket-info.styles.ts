import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .root {
    padding: ${em(8)} ${em(16)} ${em(6)};
    background: ${color('surface')};
  }

  .root.quiet {
    padding-block: ${em(16)};
    color: ${color('muted')};
  }

  .sentence {
    margin: 0;
  }

  .sentence + .button {
    margin-block-start: ${em(8)};
  }

  .subject {
    margin: 0;
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: ${em(15)};
    font-weight: 600;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .line {
    display: flex;
    align-items: center;
    gap: ${em(8)};
    min-block-size: ${em(28)};
    line-height: 1.35;
  }

  /* What does not fit falls into a second line that is not shown: a fact is there whole or not at all. */
  .facts-in-line {
    flex: 1 1 0;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    column-gap: ${em(12)};
    block-size: ${em(28)};
    overflow: hidden;
  }

  .facts-in-line > :not(.chip) {
    display: inline-flex;
    align-items: center;
    block-size: ${em(28)};
  }

  .facts-in-line > .chip {
    margin-block: ${em(4, 12)};
  }

  .status,
  .priority,
  .fact,
  .chip {
    display: inline-flex;
    align-items: center;
    gap: ${em(4)};
    max-inline-size: 100%;
    white-space: nowrap;
  }

  .fact {
    color: ${color('muted')};
    min-inline-size: 0;
  }

  .status,
  .priority,
  .chip {
    flex: none;
  }

  .how {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .fact .value {
    overflow: hidden;
    text-overflow: ellipsis;
    color: ${color('text')};
  }

  .none {
    color: ${color('muted')};
  }

  .icon {
    flex: none;
  }

  .status {
    font-weight: 600;
  }

  .processing {
    color: ${color('accent')};
  }

  .unassigned,
  .completed,
  .low {
    color: ${color('muted')};
  }

  .pending,
  .high {
    color: ${color('warn')};
  }

  .issue_transferred,
  .issue_answered {
    color: ${color('violet')};
  }

  .dooray_transferred,
  .dooray_in_progress,
  .dooray_answered {
    color: ${color('teal')};
  }

  .resolved {
    color: ${color('ok')};
  }

  .spam,
  .urgent {
    color: ${color('danger')};
  }

  .priority {
    font-weight: 500;
  }

  .how {
    color: ${color('muted')};
  }

  .chip {
    align-self: center;
    padding: ${em(1)} ${em(6)};
    border-radius: ${radiusChip};
    font-size: ${em(12)};
  }

  .chip.issue {
    background: ${color('violet-tint')};
    color: ${color('violet')};
  }

  .chip.dooray {
    background: ${color('teal-tint')};
    color: ${color('teal')};
  }

  .copy,
  .conversation,
  .fold {
    flex: none;
    font-weight: 400;
  }

  .id {
    font-variant-numeric: tabular-nums;
    font-size: ${em(12)};
    user-select: text;
  }

  .copied.problem {
    color: ${color('danger')};
  }

  .unfolded {
    margin: ${em(4)} 0 ${em(6)};
    padding: ${em(8)} 0 0;
    border-block-start: 1px solid ${color('line')};
  }

  .facts {
    margin: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${em(240)}), 1fr));
    gap: ${em(4)} ${em(24)};
  }

  .events {
    margin-block-end: ${em(8)};
  }

  .pair {
    display: grid;
    grid-template-columns: ${em(88)} minmax(0, 1fr);
    gap: ${em(8)};
  }

  dt {
    font-size: ${em(12)};
    line-height: 1.625;
    color: ${color('muted')};
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  dd a {
    color: ${color('accent')};
  }

  .skeleton.wide {
    inline-size: 60%;
    block-size: ${em(15)};
    margin-block: ${em(3)};
  }

  .skeleton.line-high {
    inline-size: 85%;
    block-size: ${em(12)};
    margin-block: ${em(8)};
  }

  @container (max-width: 40em) {
    .fold-word {
      display: none;
    }
  }

  /* The people come first: the number is in the copy button's name and among the unfolded facts. */
  @container (max-width: 48em) {
    .id {
      display: none;
    }

    /* The sign stays, its word is in the tooltip and for screen readers. */
    .priority-word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container (max-width: 26em) {
    .root {
      padding-inline: ${em(12)};
    }

    .line {
      align-items: flex-start;
    }

    .facts-in-line {
      block-size: ${em(56)};
    }
  }
`;

export const styles = [buttons, focusRing, skeleton, visuallyHidden, own];
