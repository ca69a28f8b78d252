/** Owns what the page tells of while a dialog lies over it: each dialog tells it too, for nothing beneath can be reached. */
import { getContext, setContext, type Component } from 'svelte';

const key = Symbol('overlaid');

/** To be called by the page, once. */
export const tellOverlaid = (told: Component): void => void setContext(key, told);
export const toldOverlaid = (): Component | undefined => getContext<Component | undefined>(key);
