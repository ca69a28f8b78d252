/** Owns the chance of property tests: the same cases in every run, unless a test names a seed of its own. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 2565 });
