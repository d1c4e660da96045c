declare const __DESKPARTS_VERSION__: string | undefined;

/** Version of the kit, filled in by the build. */
export const version = typeof __DESKPARTS_VERSION__ === 'undefined' ? 'dev' : __DESKPARTS_VERSION__;
