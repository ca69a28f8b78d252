/** Owns what readers are told by the tools that follow what is done. */

export const progressTh = {
  tab: 'ติดตาม',
  /** What each is called, and in one line what it answers. */
  tools: {},
};

export const progressEn: typeof progressTh = {
  tab: 'Progress',
  tools: {},
};
