/** Owns what a build is told: see vite.config.ts. */
interface ImportMetaEnv {
  /** The origin of the cluster that this build may ask; null in the normal build, absent in tests. */
  readonly PHUNGPAO_CLUSTER?: string | null;
}
