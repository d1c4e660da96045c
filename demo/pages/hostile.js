// What old portals do to the platform: prototypes that somebody extended, so that every `for … in` finds more than is
// there, and a script that defines elements late.

Object.assign(Object.prototype, { owner: 'portal', describe: () => 'portal' });
Object.assign(Array.prototype, { last: () => undefined });

const define = customElements.define.bind(customElements);
const late = 'desk-hub';

/** The portal's loader holds one tag back until everything else stands; other elements then wake without their hub. */
customElements.define = (name, constructor, options) => {
  if (name !== late) return define(name, constructor, options);
  setTimeout(() => {
    if (!customElements.get(name)) define(name, constructor, options);
  }, 500);
};
