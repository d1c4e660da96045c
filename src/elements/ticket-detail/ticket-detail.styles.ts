import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { menuItems, popups } from '../../base/popup.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

const own = css`
  :host {
    container-type: inline-size;
  }

  .root {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
    background: ${color('surface')};
  }

  .without,
  .waiting {
    padding: ${em(16)};
  }

  .without {
    color: ${color('muted')};
  }

  .waiting {
    display: grid;
    gap: ${em(12)};
  }

  .waiting .skeleton {
    block-size: ${em(28)};
  }

  .sentence {
    margin: 0 0 ${em(8)};
  }

  .head {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: ${em(4)} ${em(8)};
    padding: ${em(8)} ${em(16)};
    border-block-end: 1px solid ${color('line')};
  }

  .title {
    margin: 0;
    font-size: ${em(13)};
    font-weight: 600;
    line-height: ${em(28)};
  }

  ticket-presence {
    flex: 1 1 0;
    min-inline-size: ${em(26)};
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: ${em(6)};
  }

  .icon {
    flex: none;
  }

  .star[aria-pressed='true'] {
    color: ${color('warn')};
  }

  .item {
    inline-size: 100%;
  }

  .item > .why {
    font-size: ${em(12)};
  }

  transfer-notice {
    flex: none;
  }

  .facts-box {
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-block-size: ${em(96)};
    overflow: auto;
    overscroll-behavior: contain;
    padding: ${em(4)} ${em(16)} ${em(12)};
  }

  .part-title {
    margin: 0;
    padding-block: ${em(10)} ${em(6)};
    font-size: ${em(12)};
    font-weight: 600;
    line-height: 1.35;
  }

  /* Always in sight, however many fields a customer has. */
  agent-fields {
    flex: 0 1 auto;
    min-block-size: ${em(64)};
    max-block-size: 32%;
    padding: ${em(8)} ${em(16)};
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid ${color('line')};
  }

  .facts {
    display: grid;
    gap: ${em(4)};
    margin: 0;
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

  .none {
    margin: 0;
    color: ${color('muted')};
  }

  reply-composer {
    flex: none;
    max-block-size: 75%;
    overflow: auto;
    border-block-start: 1px solid ${color('line')};
  }

  .refusal {
    flex: none;
    display: flex;
    align-items: flex-start;
    gap: ${em(8)};
    margin: ${em(8)} ${em(16)};
    padding: ${em(8)} ${em(10)};
    border-radius: ${radiusChip};
    border-inline-start: 3px solid ${color('danger')};
    background: ${color('danger-tint')};
    color: ${color('danger')};
  }

  .refusal > div {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .refusal p {
    margin: 0;
  }

  .refusal .button {
    color: inherit;
  }

  .strong {
    font-weight: 600;
  }

  @container (max-width: 26em) {
    .head,
    .facts-box {
      padding-inline: ${em(12)};
    }
  }
`;

export const styles = [buttons, dialogs, fields, focusRing, menuItems, popups, skeleton, visuallyHidden, own];
