/** Owns what counts as an icon: any component of the icon set. */
import type { Component } from 'svelte';

export type Icon = Component<{ size?: number | string; 'aria-hidden'?: boolean }>;
