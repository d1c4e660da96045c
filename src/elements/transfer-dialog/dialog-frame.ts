import { html, nothing, type TemplateResult } from 'lit';

export interface Frame {
  readonly title: string;
  readonly language: string;
  /** Whether what was entered is on its way: nothing can be changed then. */
  readonly isRunning: boolean;
  readonly body: TemplateResult;
  readonly foot: TemplateResult;
  readonly on: {
    submit(event: Event): void;
    key(event: KeyboardEvent): void;
    drag(event: DragEvent): void;
  };
}

/** The dialog around the form. */
export function renderFrame({ title, language, isRunning, body, foot, on }: Frame): TemplateResult {
  return html`<div class="root" lang=${language}>
    <dialog class="dialog" part="dialog" aria-labelledby="title">
      <form method="dialog" novalidate @submit=${on.submit} @keydown=${on.key} @dragover=${on.drag} @drop=${on.drag}>
        <h2 class="dialog-title" id="title">${title}</h2>
        <div class="dialog-body" ?inert=${isRunning} aria-busy=${isRunning ? 'true' : nothing}>${body}</div>
        <div class="dialog-foot">${foot}</div>
      </form>
    </dialog>
  </div>`;
}
