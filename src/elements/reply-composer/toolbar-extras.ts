import { nothing, type TemplateResult } from 'lit';

/**
 * What stands at the end of the toolbar beside the tools of the text. A button here has the classes `button quiet tool`,
 * an `aria-label`, and `tabindex="-1"`: the toolbar's arrow keys reach it.
 */
export function renderExtras(): TemplateResult | typeof nothing {
  return nothing;
}
