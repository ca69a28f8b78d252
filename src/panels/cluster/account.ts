/** Owns that the way to a cluster is in no build but one that names it. */
export const accountPanel = import.meta.env.PHUNGPAO_CLUSTER ? () => import('./Account.svelte') : null;
